export type Kind = "String" | "ExpandString" | "MultiString" | "DWord" | "QWord" | "Binary" | "None";
/** Binary and None travel as base64. */
export type Value = string | string[] | number;
export type Found = { exists: false } | { exists: true; kind: Kind; value: Value };
export type RawFound = { exists: false } | { exists: true; type: number; base64: string };
export interface Listing {
  exists: boolean;
  values: string[];
  subkeys: string[];
}

/** What can be done by itself, or in the middle of a run. */
export type Act =
  | { op: "registry.set"; key: string; name: string; kind: Kind; value: Value }
  | { op: "registry.setRaw"; key: string; name: string; type: number; base64: string }
  | { op: "registry.delete"; key: string; name: string }
  | { op: "registry.createKey" | "registry.deleteKey"; key: string }
  | { op: "file.write"; path: string; text: string }
  | { op: "file.delete" | "file.lock" | "file.unlock"; path: string }
  | { op: "file.move"; from: string; to: string };

/** Acts done right before a line is executed, for the nth time where `occurrence` says so. */
interface Injection {
  line: number;
  occurrence?: number;
  do: Act[];
}

export interface RunOptions {
  arguments?: string[];
  /** Added to the host's own for this run; null takes a variable away. */
  environment?: Record<string, string | null>;
  languageMode?: "ConstrainedLanguage";
  culture?: string;
  /** The answer to every prompt; without it a prompt throws, as with -NonInteractive. */
  confirm?: "yes" | "no";
  stops?: boolean;
  inject?: Injection[];
}

export interface Stop {
  /** The number of this statement among those executed, from 1. */
  n: number;
  line: number;
  column: number;
  text: string;
}

export interface RunResult {
  exitCode: number;
  stdout: string;
  stderr: string;
  /** What programs started by the script wrote to an output that it did not redirect. */
  stray: string;
  durationMs: number;
  stops?: Stop[];
}

export interface Evaluation {
  output: string[];
  stderr: string;
}

export type Rule = "parse" | "syntax" | "redirection" | "command" | "alias" | "type" | "member";

export interface Finding {
  rule: Rule;
  line: number;
  column: number;
  text: string;
}

export interface LintOptions {
  allowedCommands?: string[];
  /** Type names as the script writes them. */
  allowedTypes?: string[];
  /** Types that .NET Framework 2.0 lacks and the script uses behind a guard. */
  newerTypes?: string[];
}

/** Certificates are PEM; `time` is ISO 8601 and now by default: it counts where no trusted timestamp says another. */
export interface SignatureOptions {
  roots?: string[];
  timestampRoots?: string[];
  time?: string;
}

/** Algorithms and attributes are object identifiers, digests hexadecimal; chains name certificates by thumbprint. */
export interface SignatureReport {
  /** What host/Signing/Verifier.cs finds wrong; empty when nothing is. */
  problems: string[];
  encoding: "ascii" | "utf-8-bom" | "utf-16le-bom" | "utf-16be-bom" | "unmarked";
  /** How many characters follow the block. */
  trailing: number;
  version: number;
  contentType: string;
  dataType: string;
  fileType: string;
  hash: string;
  /** What the signature holds, and what the text has. */
  digest: string;
  bodyDigest: string;
  signers: SignerReport[];
  certificates: {
    thumbprint: string;
    subject: string;
    issuer: string;
    notBefore: string;
    notAfter: string;
  }[];
}

interface SignerReport {
  subject?: string;
  version: number;
  identifier: string;
  hash: string;
  algorithm: string;
  signedAttributes: string[];
  unsignedAttributes: string[];
  chain: string[];
  timestamps: TimestampReport[];
}

interface TimestampReport {
  kind: "rfc3161" | "legacy";
  problems: string[];
  time?: string;
  hash?: string;
  signer?: string;
  chain: string[];
}
