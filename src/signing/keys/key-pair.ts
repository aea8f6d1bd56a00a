import type { KeyObject, X509Certificate } from "node:crypto";
import { PortkeepError } from "../../errors.ts";
import { buildChain, type Chain } from "../certificates/chain.ts";
import type { ChainFault } from "../certificates/faults.ts";
import { fieldsOf } from "../certificates/fields.ts";
import { isNamedIssuer, isSelfIssued } from "../certificates/issuer.ts";
import { nameInLine } from "../certificates/names.ts";
import { codeSigning } from "../certificates/usage.ts";
import type { HashName } from "../hash.ts";
import type { KeyStore } from "./key-store.ts";
import { type KeyWarning, warningsOf } from "./warnings.ts";

/** What signs, and what goes into each signature. */
export interface KeyPair {
  key: KeyObject;
  /** The signer's certificate, then those between it and the root, which is left out. */
  chain: readonly X509Certificate[];
}

export interface CheckedChain extends Pick<KeyPair, "chain"> {
  /** From this time on nobody trusts a signature that has no timestamp. */
  validUntil: Date;
  warnings: KeyWarning[];
}

export interface ChainOptions {
  hash: HashName;
  at?: Date;
}

/**
 * Finds a key's certificate and those above it, whatever their order, and checks what can be checked before anything
 * is signed. Throws `key-without-certificate`, `certificate-unfit`, `hash-not-for-key`, `certificate-unreadable`.
 */
export function pairKey({ key, certificates }: KeyStore, options: ChainOptions): KeyPair & CheckedChain {
  const leaves = certificates.filter((certificate) => certificate.checkPrivateKey(key));
  if (leaves.length === 0)
    throw new PortkeepError("key-without-certificate", { certificates: certificates.length });
  return { key, ...chainFrom(leaves, certificates, options) };
}

/** Does the same for a key that is elsewhere: the signer is whoever issued none of the others. */
export function chainOfSigner(certificates: readonly X509Certificate[], options: ChainOptions): CheckedChain {
  const leaves = certificates.filter(
    (one) => !certificates.some((other) => other !== one && isNamedIssuer(one, other)),
  );
  return chainFrom(leaves.length > 0 ? leaves : certificates, certificates, options);
}

/** Gives the best of the chains from these certificates, of which there are two after a renewal. */
function chainFrom(
  leaves: readonly X509Certificate[],
  certificates: readonly X509Certificate[],
  { hash, at = new Date() }: ChainOptions,
): CheckedChain {
  const roots = certificates.filter(isSelfIssued);
  const chains = leaves
    .toSorted((a, b) => fieldsOf(b).notAfter.getTime() - fieldsOf(a).notAfter.getTime())
    .map((leaf) => ({
      leaf,
      chain: buildChain({ leaf, others: certificates, roots, at, usage: codeSigning }),
    }));
  const best = chains.find(({ chain }) => !leafFault(chain)) ?? chains[0];
  if (!best) throw new PortkeepError("key-without-certificate", { certificates: 0 });
  const { leaf, chain } = best;
  const fault = leafFault(chain);
  if (fault) throw new PortkeepError("certificate-unfit", { subject: nameInLine(leaf.subject), fault });
  // Windows had no ECDSA when SHA-1 was the only hash it had.
  if (hash === "sha1" && leaf.publicKey.asymmetricKeyType === "ec") {
    throw new PortkeepError("hash-not-for-key", { hash });
  }
  return {
    chain: withoutRoot(chain.path),
    validUntil: fieldsOf(leaf).notAfter,
    warnings: warningsOf(chain),
  };
}

function leafFault({ faults }: Chain): ChainFault | undefined {
  return faults.find(({ index, code }) => index === 0 && code !== "untrusted");
}

function withoutRoot(path: readonly X509Certificate[]): readonly X509Certificate[] {
  const last = path.at(-1);
  return path.length > 1 && last && isSelfIssued(last) ? path.slice(0, -1) : path;
}
