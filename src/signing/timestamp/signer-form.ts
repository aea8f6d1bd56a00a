import type { AlgorithmIdentifier, SignerInfo } from "../cms/schema.ts";

const sequenceTag = 0x30;

/** Says whether those parts of a SignerInfo that its signature does not cover are as RFC 5652 wants them. */
export function hasUsualForm({ version, sid, digestAlgorithm, signatureAlgorithm }: SignerInfo): boolean {
  const [tag] = new Uint8Array(sid);
  // Named by issuer and number, or by the identifier of the key.
  return (
    version === (tag === sequenceTag ? 1 : 3) && [digestAlgorithm, signatureAlgorithm].every(hasNoParameters)
  );
}

/** Says whether an algorithm has no parameters, or NULL: no hash has any, nor has a signature that is known here. */
export function hasNoParameters({ parameters }: AlgorithmIdentifier): boolean {
  return parameters === undefined || parameters === null;
}
