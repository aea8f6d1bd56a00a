import type { Seal } from "../../fleet/seal.ts";
import { printable, quoted } from "../text/words.ts";
import { chainFaultText } from "../verify/chain-fault-texts.ts";
import type { VerifyFindingTexts } from "../verify/report.ts";
import { chainFaults } from "./chain-faults.ts";
import { signerFaults, timestampFaults } from "./signature-faults.ts";
import { allOf, counted, grouped } from "./words.ts";

const findings: VerifyFindingTexts = {
  "text-encoding": ({ encoding }) => encodings[encoding],
  unsigned: () => "It has no signature.",
  "block-damaged": ({ line }) =>
    `A signature begins on line ${line}, and is not whole up to the file's end: it was cut off or edited, or something follows it.`,
  "block-form": () =>
    "The lines of the signature are not written the one way that Windows writes them, so somebody has edited them.",
  "marker-in-text": ({ line, comment }) =>
    `Line ${line} holds ${quoted(comment)}, which PowerShell takes for the beginning of a signature: it would not run what follows.`,
  "signature-unreadable": () => "The signature cannot be read: it is damaged, or not in DER.",
  "signature-version": ({ version }) =>
    `The signature has version ${grouped(version)} of its format, and Windows writes 1.`,
  "signer-count": ({ count }) =>
    count === 0
      ? "The signature has no signer."
      : `The signature has ${grouped(count)} signers, and one is right.`,
  "file-type": () => "The signature is not one for a PowerShell script.",
  "text-changed": () => "The text is not the one that was signed: something in it was changed.",
  "hash-mixed": ({ hashes }) => `The signature mixes several hashes: ${allOf(hashes.map(printable))}.`,
  "hash-weak": () =>
    "The signature rests on SHA-1, which no longer proves anything. Only Windows Server 2003 needs it; add --allow-sha1 to accept it.",
  "signer-fault": ({ fault }) => signerFaults[fault],
  "unknown-attribute": ({ oid }) =>
    `Something that is no timestamp was added to the signature (${printable(oid)}).`,
  "unknown-content": () =>
    "The signature holds something beside certificates, or a certificate twice, or one that cannot be read.",
  "nested-signature": () =>
    "A second signature is inside the first, which Windows does not judge in a script.",
  "several-timestamps": ({ count }) => `There are ${grouped(count)} timestamps, and at most one is right.`,
  "certificate-unused": ({ subject }) =>
    `The certificate of ${printable(subject)} is in the signature and belongs to nobody who signed.`,
  timestamp: ({ code, facts }) => (timestampFaults[code] as (facts: unknown) => string)(facts),
  chain: ({ fault, subject, at }) =>
    `At ${at}, the certificate of ${printable(subject)} ${chainFaultText(fault, chainFaults)}.`,
  "other-signer": ({ found }) =>
    `It was signed with another certificate than the one asked for. Its SHA-256 is ${found}.`,
  "development-certificate": () =>
    "It was signed with a development certificate, which anybody can make: it proves nothing. Sign with a certificate of your own.",
  "signer-not-judged": () =>
    "Who signed was not judged. Say whom you trust: --root FILE, or --signer SHA256; or add --integrity-only to ask only whether the text is unchanged.",
  "manifest-missing": () => "The file manifest.jsonl, for which it vouches, is not beside it.",
  "manifest-changed": () =>
    "The file manifest.jsonl beside it is not the one that was signed: it was changed, or a build was ended half-way. Get both files again, or run portkeep build again.",
};

const encodings = {
  "no-mark":
    "It holds characters beyond ASCII and no byte order mark: each Windows reads them in a code page of its own, so the signature holds on some and fails on others.",
  "utf-16be": "It is saved as UTF-16 with the high byte first, which not every Windows reads.",
  damaged: "Some of its bytes are no text in the encoding that its byte order mark names.",
};

/** What `verify` says, in English. */
export const verify = {
  accepted: "the signature is good.",
  unchanged: "the text is as it was signed. Who signed it was not judged.",
  refused: "the signature is not accepted.",
  signer: "Signer",
  issuer: "Issued by",
  valid: "Valid",
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  hash: "Hash",
  timestamp: "Timestamp",
  noTimestamp: "none",
  timeBy: (time: string, authority: string, trusted: boolean) =>
    `${time} by ${authority}${trusted ? "" : " (not trusted: see --timestamp-root)"}`,
  unknown: "unknown",
  vouches: (file: string, { serial, sites }: Pick<Seal, "serial" | "sites">) =>
    `It vouches for ${file} beside it, with the serial number ${serial} and ${counted(sites, "site")}.`,
  findings,
};
