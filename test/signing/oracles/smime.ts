import { signatureOf } from "./body.ts";
import { contentOf, valueAt } from "./der.ts";
import { type Judgement, runOn, seconds, type VerifyOptions } from "./files.ts";

/**
 * Lets `openssl smime` judge the CMS signature and the chain of a signed script; the digest of the script itself
 * it does not see, nor timestamps.
 */
export function verifyBySmime(script: Uint8Array, { root, time }: VerifyOptions): Promise<Judgement> {
  const signature = signatureOf(script);
  // What is signed is a bare SEQUENCE, which openssl would not read out of the signature: ContentInfo, [0],
  // SignedData, its third value, [0], SpcIndirectData.
  const content = contentOf(valueAt(signature, 1, 0, 2, 1, 0));
  const given = [
    ...[
      "openssl",
      "smime",
      "-verify",
      "-binary",
      "-inform",
      "DER",
      "-in",
      "signature",
      "-content",
      "content",
    ],
    ...["-CAfile", root.certificateFile, "-purpose", "any", "-out", "/dev/null"],
    ...(time ? ["-attime", seconds(time)] : []),
  ] as const;
  return runOn({ signature, content }, [...given], (judgement) => judgement);
}
