import type { X509Certificate } from "node:crypto";
import { scriptSigner } from "../../../src/signing/authenticode/sign.ts";
import { type VerifyOptions, verifyScript } from "../../../src/signing/verify/verify.ts";
import { nodeSigner } from "../node-signer.ts";
import { signatureOf } from "../oracles/body.ts";
import type { Issued } from "../pki.ts";
import { certificate, root, sha256Of, text, timestampRoot } from "./scripts.ts";
import { tokenFor } from "./stamps.ts";

/** A signed script that is changed in every way, and by whom it is judged. */
export interface Subject {
  script: Buffer;
  /** Its signature. */
  der: Buffer;
  judges: Record<Judge, VerifyOptions>;
}

export type Judge = "root" | "pin" | "both";

const now = new Date("2025-01-01T00:00:00Z");

/** Makes a subject, signed here. */
export async function signedSubject(signer: Issued, { stamped }: { stamped: boolean }): Promise<Subject> {
  const stamp = stamped ? (signature: Uint8Array) => tokenFor(signature) : undefined;
  const script = await scriptSigner(nodeSigner(signer), { hash: "sha256", stamp })(Buffer.from(text));
  return subjectOf(script, {
    roots: [certificate(root)],
    signer: sha256Of(signer),
    timestampRoots: [certificate(timestampRoot)],
  });
}

export function subjectOf(
  script: Buffer,
  {
    roots,
    signer,
    timestampRoots,
  }: Record<"roots" | "timestampRoots", X509Certificate[]> & { signer: string },
): Subject {
  const usual = { timestampRoots, integrityOnly: false, allowSha1: true, now };
  return {
    script,
    der: signatureOf(script),
    judges: {
      root: { ...usual, roots, signer: null },
      pin: { ...usual, roots: [], signer },
      both: { ...usual, roots, signer },
    },
  };
}

const codesBy = (script: Uint8Array, options: VerifyOptions) =>
  verifyScript(script, options).findings.map(({ code }) => code);

/**
 * Gives the judges that accept a script. Where root and pin are given both must hold, so that one call says most: only
 * what comes of the root or of the pin has to be asked again.
 */
export function acceptedBy(script: Uint8Array, { judges }: Subject): Judge[] {
  const found = codesBy(script, judges.both);
  if (found.length === 0) return ["root", "pin", "both"];
  const judge = found.includes("other-signer") ? "root" : "pin";
  const own: Record<string, readonly string[]> = { root: ["other-signer"], pin: ["chain", "hash-weak"] };
  if (!found.every((code) => own[judge]?.includes(code))) return [];
  return codesBy(script, judges[judge]).length === 0 ? [judge] : [];
}

/** Gives the judges that accept a script, each asked. */
export function acceptedByEach(script: Uint8Array, { judges }: Subject): Judge[] {
  return (["root", "pin", "both"] as const).filter((judge) => codesBy(script, judges[judge]).length === 0);
}
