import { pbkdf2Sync, scryptSync } from "node:crypto";
import type { AlgorithmIdentifier } from "@peculiar/asn1-x509";
import { known, parametersOf } from "./algorithm.ts";
import type { Budget } from "./budget.ts";
import { Pbkdf2Parameters, ScryptParameters } from "./schema.ts";

/** The bytes wanted from a password in UTF-8. */
interface Wanted {
  password: Uint8Array;
  length: number;
}

/** Derives bytes from a password by PBKDF2 or scrypt. Throws `key-cipher-unsupported`, `key-too-costly`. */
export function derivePkcs5(algorithm: AlgorithmIdentifier, wanted: Wanted, budget: Budget): Buffer {
  return known(functions, algorithm)(algorithm, wanted, budget);
}

function pbkdf2(algorithm: AlgorithmIdentifier, { password, length }: Wanted, budget: Budget): Buffer {
  const { salt, iterations, pseudoRandom } = parametersOf(algorithm, Pbkdf2Parameters);
  const [hash, size] = pseudoRandom ? known(hmacs, pseudoRandom) : sha1;
  budget.spend(Math.ceil(length / size) * Number(iterations));
  return pbkdf2Sync(password, new Uint8Array(salt.buffer), Number(iterations), length, hash);
}

function scrypt(algorithm: AlgorithmIdentifier, { password, length }: Wanted, budget: Budget): Buffer {
  const { salt, cost, blockSize, parallelization } = parametersOf(algorithm, ScryptParameters);
  const limits = { N: Number(cost), r: Number(blockSize), p: Number(parallelization) };
  // A step takes as long as some rounds of hashing, and 128 bytes.
  budget.spend(5 * limits.N * limits.r * limits.p);
  return scryptSync(password, new Uint8Array(salt.buffer), length, { ...limits, maxmem: 2 ** 29 });
}

const functions = {
  "1.2.840.113549.1.5.12": pbkdf2,
  "1.3.6.1.4.1.11591.4.11": scrypt,
};

type Hmac = readonly [hash: string, bytes: number];
const sha1: Hmac = ["sha1", 20];

/** HMAC with each of the hashes; PBMAC1 uses them too. */
export const hmacs: Record<string, Hmac> = {
  "1.2.840.113549.2.7": sha1,
  "1.2.840.113549.2.8": ["sha224", 28],
  "1.2.840.113549.2.9": ["sha256", 32],
  "1.2.840.113549.2.10": ["sha384", 48],
  "1.2.840.113549.2.11": ["sha512", 64],
};
