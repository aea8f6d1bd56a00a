import { resolve } from "node:path";
import { at, PortkeepError } from "../../errors.ts";
import { checkSeal, type SealFinding } from "../../fleet/check-seal.ts";
import { type Seal, sealIn } from "../../fleet/seal.ts";
import { readCertificates } from "../../signing/certificates/read.ts";
import type { VerifyFinding } from "../../signing/verify/findings.ts";
import { type Verdict, verifyScript } from "../../signing/verify/verify.ts";
import { checkStdin, readInput } from "../input.ts";
import type { Io } from "../io.ts";

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
  verdict: Omit<Verdict, "findings"> & { findings: (VerifyFinding | SealFinding)[] };
  /** What it vouches for, where it is the seal of a fleet's manifest. */
  seal: Seal | null;
}

/** Judges a script's signature, and a manifest beside it that it vouches for. Throws `option-conflict`, `not-a-fingerprint`, `file-*`, `certificate-*`. */
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
  const bytes = await readInput(file, largestScript, io);
  const verdict = verifyScript(bytes, options);
  const seal = sealIn(bytes);
  const findings = seal ? await checkSeal(resolve(io.cwd, file), seal) : [];
  return { file, integrityOnly, verdict: { ...verdict, findings: [...verdict.findings, ...findings] }, seal };
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
