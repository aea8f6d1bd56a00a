import { type Verdict, verifyScript } from "./verify.ts";

/**
 * Gives what a script's signature says. Its findings tell whether that is whole, and nothing of who may sign: anybody
 * may, by any hash.
 */
export function describeSignature(script: Uint8Array): Verdict {
  return verifyScript(script, {
    roots: [],
    signer: null,
    integrityOnly: true,
    allowSha1: true,
    now: new Date(),
  });
}
