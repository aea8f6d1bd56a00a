import { sign } from "node:crypto";
import { promisify } from "node:util";
import { PortkeepError } from "../../errors.ts";
import type { HashSigner } from "../hash-signer.ts";
import type { KeyPair } from "./key-pair.ts";

// Node.js computes four at once, and writes files by the same four: with so many under way none of them waits.
const underWay = 32;

/** Signs with a key that is in this process. It throws `hash-forbidden` where OpenSSL's policy has one. */
export function inProcessSigner({ key, chain }: KeyPair): HashSigner {
  return {
    concurrency: underWay,
    async sign(message, hash) {
      try {
        return { signature: await signAsync(hash, message, key), chain };
      } catch {
        // The key was tried against its certificate, so this is the hash.
        throw new PortkeepError("hash-forbidden", { hash });
      }
    },
    close: async () => {},
  };
}

const signAsync = promisify(sign);
