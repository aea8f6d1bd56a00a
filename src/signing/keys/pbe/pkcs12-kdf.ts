import { hash as digest } from "node:crypto";
import type { Budget } from "./budget.ts";

/** The hashes that PKCS#12 is used with: the bytes of a result, and those of a block. */
const sizes = {
  sha1: [20, 64],
  sha224: [28, 64],
  sha256: [32, 64],
  sha384: [48, 128],
  sha512: [64, 128],
} as const;

export type Pkcs12Hash = keyof typeof sizes;

/** What the bytes are for, as RFC 7292 numbers it. */
export const purposes = { key: 1, iv: 2, mac: 3 } as const;

export interface Pkcs12Derivation {
  hash: Pkcs12Hash;
  salt: Uint8Array;
  iterations: number;
  purpose: keyof typeof purposes;
  /** How many bytes are wanted. */
  length: number;
}

/** Derives bytes from a password in UTF-16, as RFC 7292 has it in appendix B.2. Throws `key-too-costly`. */
export function derivePkcs12(password: Uint8Array, wanted: Pkcs12Derivation, budget: Budget): Buffer {
  const { hash, salt, iterations, purpose, length } = wanted;
  const [size, block] = sizes[hash];
  const parts = Math.ceil(length / size);
  budget.spend(parts * iterations);
  const diversifier = Buffer.alloc(block, purposes[purpose]);
  const input = Buffer.concat([filled(salt, block), filled(password, block)]);
  const results: Buffer[] = [];
  while (results.length < parts) {
    let result = Buffer.concat([diversifier, input]);
    for (let round = 0; round < iterations; round += 1) result = digest(hash, result, "buffer");
    results.push(result);
    addToBlocks(input, Buffer.alloc(block, result));
  }
  return Buffer.concat(results).subarray(0, length);
}

/** Gives bytes over and over, up to the end of a block. */
function filled(bytes: Uint8Array, block: number): Buffer {
  return Buffer.alloc(Math.ceil(bytes.length / block) * block, bytes);
}

/** Adds a number, and one, to each block, which is a number too, big end first. */
function addToBlocks(input: Buffer, addend: Buffer): void {
  for (let start = 0; start < input.length; start += addend.length) {
    let carry = 1;
    for (let place = addend.length - 1; place >= 0; place -= 1) {
      carry += input.readUInt8(start + place) + addend.readUInt8(place);
      input.writeUInt8(carry & 0xff, start + place);
      carry >>= 8;
    }
  }
}
