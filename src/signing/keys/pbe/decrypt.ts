import { createDecipheriv } from "node:crypto";
import { OctetString } from "@peculiar/asn1-schema";
import type { AlgorithmIdentifier } from "@peculiar/asn1-x509";
import { known, parametersOf } from "./algorithm.ts";
import type { Budget } from "./budget.ts";
import type { Password } from "./password.ts";
import { derivePkcs5 } from "./pkcs5-kdf.ts";
import { derivePkcs12 } from "./pkcs12-kdf.ts";
import { decryptRc2 } from "./rc2.ts";
import { Pbes2Parameters, Pkcs12PbeParameters } from "./schema.ts";

const pbes2 = "1.2.840.113549.1.5.13";

/** What is encrypted by a password, and how. */
export interface Encrypted {
  algorithm: AlgorithmIdentifier;
  data: Uint8Array;
}

/**
 * Decrypts by a password: PBES2, or the schemes of PKCS#12. Null where what comes out has no padding, so that the
 * password was another. Throws `key-cipher-unsupported`, `key-too-costly`, or another error for what is malformed.
 */
export function decrypt({ algorithm, data }: Encrypted, password: Password, budget: Budget): Buffer | null {
  if (algorithm.algorithm === pbes2) {
    const { keyDerivation, scheme } = parametersOf(algorithm, Pbes2Parameters);
    const { decipher, keyLength } = known(pbes2Ciphers, scheme);
    const wanted = { password: password.utf8, length: keyLength };
    const iv = Buffer.from(parametersOf(scheme, OctetString).buffer);
    return decipher(data, derivePkcs5(keyDerivation, wanted, budget), iv);
  }
  const { decipher, keyLength } = known(pkcs12Ciphers, algorithm);
  const { salt, iterations } = parametersOf(algorithm, Pkcs12PbeParameters);
  const derived = {
    hash: "sha1",
    salt: new Uint8Array(salt.buffer),
    iterations: Number(iterations),
  } as const;
  const key = derivePkcs12(password.utf16, { ...derived, purpose: "key", length: keyLength }, budget);
  const iv = derivePkcs12(password.utf16, { ...derived, purpose: "iv", length: 8 }, budget);
  return decipher(data, key, iv);
}

interface Cipher {
  decipher: (data: Uint8Array, key: Buffer, iv: Buffer) => Buffer | null;
  /** In bytes. */
  keyLength: number;
}

const pbes2Ciphers: Record<string, Cipher> = {
  "2.16.840.1.101.3.4.1.2": { decipher: by("aes-128-cbc"), keyLength: 16 },
  "2.16.840.1.101.3.4.1.22": { decipher: by("aes-192-cbc"), keyLength: 24 },
  "2.16.840.1.101.3.4.1.42": { decipher: by("aes-256-cbc"), keyLength: 32 },
  "1.2.840.113549.3.7": { decipher: by("des-ede3-cbc"), keyLength: 24 },
};

const pkcs12Ciphers: Record<string, Cipher> = {
  "1.2.840.113549.1.12.1.3": { decipher: by("des-ede3-cbc"), keyLength: 24 },
  "1.2.840.113549.1.12.1.4": { decipher: by("des-ede-cbc"), keyLength: 16 },
  "1.2.840.113549.1.12.1.5": { decipher: decryptRc2, keyLength: 16 },
  "1.2.840.113549.1.12.1.6": { decipher: decryptRc2, keyLength: 5 },
};

/** Gives the function that decrypts by one of OpenSSL's ciphers. */
function by(name: string): Cipher["decipher"] {
  return (data, key, iv) => {
    const decipher = createDecipheriv(name, key, iv);
    const start = decipher.update(data);
    try {
      return Buffer.concat([start, decipher.final()]);
    } catch {
      return null;
    }
  };
}
