import { createHmac, timingSafeEqual } from "node:crypto";
import type { MacData } from "@peculiar/asn1-pfx";
import type { AlgorithmIdentifier } from "@peculiar/asn1-x509";
import { known, parametersOf } from "../pbe/algorithm.ts";
import type { Budget } from "../pbe/budget.ts";
import type { Password } from "../pbe/password.ts";
import { derivePkcs5, hmacs } from "../pbe/pkcs5-kdf.ts";
import { derivePkcs12, type Pkcs12Hash } from "../pbe/pkcs12-kdf.ts";
import { Pbes2Parameters, Pbkdf2Parameters } from "../pbe/schema.ts";

const pbmac1 = "1.2.840.113549.1.5.14";
// In bytes. RFC 9579 sets the lower bound, under which a MAC could be hit without the password.
const shortestKey = 20;
const longestKey = 512;

/** Says whether a file has a MAC; the library fills in an empty one. */
export function hasMac({ mac }: MacData): boolean {
  return mac.digestAlgorithm.algorithm !== "";
}

/**
 * Says whether the MAC over a file's content is by this password. Throws `key-cipher-unsupported`, `key-too-costly`,
 * or another error for a malformed one.
 */
export function isMacOf(macData: MacData, content: Uint8Array, password: Password, budget: Budget): boolean {
  const { digest, digestAlgorithm } = macData.mac;
  const { hash, key } =
    digestAlgorithm.algorithm === pbmac1
      ? pbmac1Key(digestAlgorithm, password, budget)
      : pkcs12Key(macData, password, budget);
  const computed = createHmac(hash, key).update(content).digest();
  const given = Buffer.from(digest.buffer);
  return given.length === computed.length && timingSafeEqual(given, computed);
}

interface MacKey {
  hash: string;
  key: Buffer;
}

function pkcs12Key({ mac, macSalt, iterations }: MacData, { utf16 }: Password, budget: Budget): MacKey {
  const [hash, length] = known(digests, mac.digestAlgorithm);
  const salt = new Uint8Array(macSalt.buffer);
  const wanted = { hash, salt, iterations: Number(iterations), purpose: "mac", length } as const;
  return { hash, key: derivePkcs12(utf16, wanted, budget) };
}

/** Gives the key of RFC 9579, which is derived as that of a cipher is. */
function pbmac1Key(algorithm: AlgorithmIdentifier, { utf8 }: Password, budget: Budget): MacKey {
  const { keyDerivation, scheme } = parametersOf(algorithm, Pbes2Parameters);
  const [hash] = known(hmacs, scheme);
  const length = Number(parametersOf(keyDerivation, Pbkdf2Parameters).keyLength);
  if (!(length >= shortestKey && length <= longestKey)) throw new RangeError("no length of a key");
  return { hash, key: derivePkcs5(keyDerivation, { password: utf8, length }, budget) };
}

const digests: Record<string, readonly [hash: Pkcs12Hash, bytes: number]> = {
  "1.3.14.3.2.26": ["sha1", 20],
  "2.16.840.1.101.3.4.2.4": ["sha224", 28],
  "2.16.840.1.101.3.4.2.1": ["sha256", 32],
  "2.16.840.1.101.3.4.2.2": ["sha384", 48],
  "2.16.840.1.101.3.4.2.3": ["sha512", 64],
};
