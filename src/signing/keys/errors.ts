import type { CertificateErrorFacts } from "../certificates/errors.ts";
import type { ChainFault } from "../certificates/faults.ts";
import type { HashName } from "../hash.ts";

/** What each error about a signing key is made of. Never a secret: facts are shown, and written as JSON. */
export interface KeyErrorFacts extends CertificateErrorFacts {
  "pfx-unreadable": Record<never, never>;
  /** `empty` says that the password tried was an empty one. */
  "pfx-wrong-password": { empty: boolean };
  /** `oid` is the object identifier of what portkeep does not know. */
  "pfx-unsupported": { oid: string };
  "pfx-without-key": { certificates: number };
  "pfx-several-keys": { count: number };
  /** `found` says what the file holds in place of a private key, in the words of PEM headers. */
  "key-missing": { found: string[] };
  "key-unreadable": Record<never, never>;
  "several-keys": { count: number };
  "key-encrypted": Record<never, never>;
  "key-wrong-password": Record<never, never>;
  /** `cipher` is the name in a PEM header, or an object identifier. */
  "key-cipher-unsupported": { cipher: string };
  /** More rounds of hashing than anybody uses against guessed passwords. */
  "key-too-costly": { limit: number };
  /** `type` is the algorithm in OpenSSL's words, such as `rsa`. */
  "key-unsupported": { type: string; bits: number | null; curve: string | null };
  /** None of so many certificates is the key's. */
  "key-without-certificate": { certificates: number };
  /** The signer's own certificate cannot sign scripts, or not now. */
  "certificate-unfit": { subject: string; fault: ChainFault };
  "hash-not-for-key": { hash: HashName };
  /** OpenSSL's policy on this machine does not let this hash be used. */
  "hash-forbidden": { hash: HashName };
}
