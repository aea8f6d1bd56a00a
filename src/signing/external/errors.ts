/** What each error about a signing command is made of. `command` and `output` are fit to be shown: no secret is in them. */
export interface ExternalErrorFacts {
  "sign-command-empty": Record<never, never>;
  "sign-command-unclosed-quote": { quote: string };
  "sign-command-placeholder": { name: string; known: string[] };
  /** It would sign the whole script and a hash. */
  "sign-command-two-kinds": { file: string; hash: string };
  "sign-command-no-input": { placeholder: string; inputs: string[] };
  "sign-command-not-found": { program: string };
  "sign-command-not-started": { program: string; cause: string };
  "sign-command-failed": { command: string } & CommandEnd;
  "sign-command-timeout": { command: string; seconds: number; output: string };
  "sign-command-too-much": { command: string; limit: number };
  /** `from` is where the result was looked for. */
  "sign-command-no-result": { command: string; from: "output" | "out" | "file"; output: string };
  "sign-command-ended": { command: string } & CommandEnd;
  "sign-command-line": { command: string; problem: LineProblem; line: string };
  "sign-command-refused": { command: string; reason: string };
  "sign-certificate-missing": Record<never, never>;
  "sign-certificate-unreadable": { place: number };
  "sign-certificate-other": { wanted: CertificateName; found: CertificateName };
  "sign-subject-other": { wanted: string; found: string };
  "sign-key-unusable": { key: string };
  "sign-answer-wrong": { misfit: Misfit; key: string; bytes: number };
}

/** How a command ended. The one of exit code and signal that there was is not null. */
export interface CommandEnd {
  exitCode: number | null;
  signal: string | null;
  /** The end of what it wrote for a person to read. */
  output: string;
}

/** What is wrong with a line from a co-process. */
export type LineProblem = "not-json" | "too-long" | "unknown-id" | "no-signature";

interface CertificateName {
  subject: string;
  sha256: string;
}

/**
 * Why a signature does not verify under the certificate: it has not the form of a signature by such a key, the hash
 * was hashed once more, was signed without its DigestInfo, was another one, or was padded as PSS; the right key signed
 * something else, another key signed, or (ECDSA does not tell) one of these two.
 */
export type Misfit =
  | "form"
  | "hashed-twice"
  | "bare-hash"
  | "other-hash"
  | "pss"
  | "other-text"
  | "other-key"
  | "other-key-or-text";
