import { wholeName } from "../../signing/certificates/names.ts";
import { describeSignature } from "../../signing/verify/describe.ts";
import { sha256Of } from "../../signing/verify/trust.ts";
import type { Package } from "../package.ts";
import { markdownText } from "../text.ts";
import { thumbprints } from "../thumbprint.ts";

/** Gives what a card's table says of who signed a script, and until when that holds. */
export function signatureRows({ script, signer }: Package): string[][] {
  if (!signer) return [["signer", "none: the script is not signed"]];
  const { hash, timestamp, endsOn } = describeSignature(script);
  const stamped = timestamp.verdict?.time?.toISOString();
  return [
    ["signer", markdownText(wholeName(signer.subject))],
    ["issuer", markdownText(wholeName(signer.issuer))],
    ["its certificate's SHA-256", sha256Of(signer)],
    [
      "its thumbprint, as Windows shows it",
      `${thumbprints(signer).sha1} (SHA-1: to find it, not to prove it)`,
    ],
    [
      "hash",
      hash === "sha1"
        ? "SHA-1, for Windows Server 2003 alone: it proves nothing"
        : String(hash).replace("sha", "SHA-"),
    ],
    ["timestamp", stamped ?? "none"],
    [
      "holds until",
      endsOn
        ? `${endsOn.toISOString().slice(0, 10)}, when its certificate ends`
        : "the timestamp's authority is no longer trusted, also after the certificate has ended",
    ],
  ];
}
