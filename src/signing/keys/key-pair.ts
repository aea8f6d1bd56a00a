import type { KeyObject, X509Certificate } from "node:crypto";
import { PortkeepError } from "../../errors.ts";
import { buildChain, type Chain } from "../certificates/chain.ts";
import type { ChainFault } from "../certificates/faults.ts";
import { fieldsOf } from "../certificates/fields.ts";
import { isSelfIssued } from "../certificates/issuer.ts";
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

export interface CheckedKeyPair extends KeyPair {
  /** From this time on nobody trusts a signature that has no timestamp. */
  validUntil: Date;
  warnings: KeyWarning[];
}

/**
 * Finds a key's certificate and those above it, whatever their order, and checks what can be checked before anything
 * is signed. Throws `key-without-certificate`, `certificate-unfit`, `hash-not-for-key`, `certificate-unreadable`.
 */
export function pairKey(
  { key, certificates }: KeyStore,
  { hash, at = new Date() }: { hash: HashName; at?: Date },
): CheckedKeyPair {
  // Windows had no ECDSA when SHA-1 was the only hash it had.
  if (hash === "sha1" && key.asymmetricKeyType === "ec")
    throw new PortkeepError("hash-not-for-key", { hash });
  const { leaf, chain } = bestChain(key, certificates, at);
  const fault = leafFault(chain);
  if (fault) throw new PortkeepError("certificate-unfit", { subject: nameInLine(leaf.subject), fault });
  return {
    key,
    chain: withoutRoot(chain.path),
    validUntil: fieldsOf(leaf).notAfter,
    warnings: warningsOf(chain),
  };
}

/** Gives the best of the chains from this key's certificates, of which there are two after a renewal. */
function bestChain(key: KeyObject, certificates: readonly X509Certificate[], at: Date) {
  const roots = certificates.filter(isSelfIssued);
  const chains = certificates
    .filter((certificate) => certificate.checkPrivateKey(key))
    .sort((a, b) => fieldsOf(b).notAfter.getTime() - fieldsOf(a).notAfter.getTime())
    .map((leaf) => ({
      leaf,
      chain: buildChain({ leaf, others: certificates, roots, at, usage: codeSigning }),
    }));
  const best = chains.find(({ chain }) => !leafFault(chain)) ?? chains[0];
  if (!best) throw new PortkeepError("key-without-certificate", { certificates: certificates.length });
  return best;
}

function leafFault({ faults }: Chain): ChainFault | undefined {
  return faults.find(({ index, code }) => index === 0 && code !== "untrusted");
}

function withoutRoot(path: readonly X509Certificate[]): readonly X509Certificate[] {
  const last = path.at(-1);
  return path.length > 1 && last && isSelfIssued(last) ? path.slice(0, -1) : path;
}
