import { at, PortkeepError } from "../errors.ts";
import { readCertificates } from "../signing/certificates/read.ts";
import { type Verdict, verifyScript } from "../signing/verify/verify.ts";
import { checkStdin, readInput } from "./input.ts";
import type { Io } from "./io.ts";

// A signed script of portkeep's has 65,535 at most; other people's may be larger.
const largestScript = 16_000_000;
const largestCertificates = 1_000_000;

/** By what to judge a script, as given on the command line. */
export interface VerifyChoice {
  root?: string | undefined;
  signer?: string | undefined;
  integrityOnly?: true | undefined;
  timestampRoot?: string | undefined;
  allowSha1?: true | undefined;
}

export interface Verification {
  file: string;
  integrityOnly: boolean;
  verdict: Verdict;
}

/** Judges a script's signature. Throws `option-conflict`, `not-a-fingerprint`, `file-*`, `certificate-*`. */
export async function verifyFile(file: string, choice: VerifyChoice, io: Io): Promise<Verification> {
  const { root, signer, integrityOnly = false, timestampRoot, allowSha1 = false } = choice;
  const judged = root !== undefined ? "--root" : signer !== undefined ? "--signer" : null;
  if (integrityOnly && judged) {
    throw new PortkeepError("option-conflict", { options: ["--integrity-only", judged] });
  }
  checkStdin({ SCRIPT: file, "--root": root, "--timestamp-root": timestampRoot });
  const options = {
    roots: await certificatesIn(root, io),
    signer: signer === undefined ? null : fingerprint(signer),
    integrityOnly,
    timestampRoots: timestampRoot === undefined ? undefined : await certificatesIn(timestampRoot, io),
    allowSha1,
    now: new Date(),
  };
  const verdict = verifyScript(await readInput(file, largestScript, io), options);
  return { file, integrityOnly, verdict };
}

/** Gives the certificates in a file, none where no file is named. Throws `file-*`, `certificate-*`. */
export async function certificatesIn(file: string | undefined, io: Io) {
  if (file === undefined) return [];
  const bytes = await readInput(file, largestCertificates, io);
  return at({ file }, () => readCertificates(bytes));
}

/** Gives the SHA-256 of a certificate without what Windows and OpenSSL put between its digits. Throws `not-a-fingerprint`. */
function fingerprint(text: string): string {
  const digits = text.replace(/[\s:]/g, "").toLowerCase();
  if (/^[0-9a-f]{64}$/.test(digits)) return digits;
  throw new PortkeepError("not-a-fingerprint", { text, digits: digits.length }, { option: "--signer" });
}
