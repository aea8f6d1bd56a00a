import { constants, type KeyObject, publicDecrypt, verify } from "node:crypto";
import { type HashName, hashes } from "../hash.ts";
import { digestOf } from "./digest-info.ts";
import type { Misfit } from "./errors.ts";

/** Tells why none of the candidates, which have the form of signatures by the key, is one of `message`. */
export function misfitOf(
  candidates: readonly Uint8Array[],
  message: Uint8Array,
  hash: HashName,
  key: KeyObject,
): Misfit {
  if (candidates.length === 0) return "form";
  const digest = digestOf(hash, message);
  const signs = (name: HashName, text: Uint8Array) => candidates.some((one) => verify(name, text, key, one));
  if (hashes.some((name) => signs(name, digest))) return "hashed-twice";
  if (hashes.some((name) => signs(name, message))) return "other-hash";
  if (key.asymmetricKeyType !== "rsa") return "other-key-or-text";
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  if (candidates.some((one) => verify(hash, message, { key, padding }, one))) return "pss";
  const contents = candidates.flatMap((one) => contentOf(one, key));
  if (contents.some((content) => content.equals(digest))) return "bare-hash";
  return contents.length > 0 ? "other-text" : "other-key";
}

/** Gives what an RSA signature holds within its padding; nothing where the padding says that the key is another. */
function contentOf(signature: Uint8Array, key: KeyObject): Buffer[] {
  try {
    return [publicDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, signature)];
  } catch {
    return [];
  }
}
