import { tags } from "./der.ts";
import type { AlgorithmIdentifier, SignerInfo } from "./schema.ts";

/** Says whether those parts of a SignerInfo that its signature does not cover are as RFC 5652 wants them. */
export function hasUsualForm(info: SignerInfo): boolean {
  const { version, digestAlgorithm, signatureAlgorithm } = info;
  return version === versionOf(info) && [digestAlgorithm, signatureAlgorithm].every(hasNoParameters);
}

/** Gives the version that a SignerInfo has to have: 1 where it names its signer by issuer and number, 3 by a key's identifier. */
export function versionOf({ sid }: SignerInfo): number {
  const [tag] = new Uint8Array(sid);
  return tag === tags.sequence ? 1 : 3;
}

/** Says whether an algorithm has no parameters, or NULL: no hash has any, nor has a signature that is known here. */
export function hasNoParameters({ parameters }: AlgorithmIdentifier): boolean {
  return parameters === undefined || parameters === null;
}
