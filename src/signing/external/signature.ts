import { type KeyObject, verify } from "node:crypto";
import { PortkeepError } from "../../errors.ts";
import type { HashName } from "../hash.ts";
import { misfitOf } from "./misfit.ts";
import { ecdsaDer, readings } from "./readings.ts";

/**
 * Finds the reading of an answer that is a signature of `message` by the key: PKCS#1 v1.5 for RSA, the DER of
 * ECDSA-Sig-Value for ECDSA. Throws `sign-key-unusable`, `sign-answer-wrong`.
 */
export function signatureIn(
  written: Uint8Array,
  message: Uint8Array,
  hash: HashName,
  key: KeyObject,
): Uint8Array {
  const candidates = candidatesOf(written, key);
  const found = candidates.find((signature) => verify(hash, message, key, signature));
  if (found) return found;
  throw new PortkeepError("sign-answer-wrong", {
    misfit: misfitOf(candidates, message, hash, key),
    key: keyName(key),
    bytes: written.length,
  });
}

function candidatesOf(written: Uint8Array, key: KeyObject): Uint8Array[] {
  const { modulusLength = 0, namedCurve = "" } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === "rsa") {
    return readings(written).filter(({ length }) => length === Math.ceil(modulusLength / 8));
  }
  const size = curveSizes[namedCurve];
  if (!size) throw new PortkeepError("sign-key-unusable", { key: keyName(key) });
  return readings(written).flatMap((bytes) => [
    // A sequence, whose length has one byte for both curves. Also text may begin with a 0.
    ...(bytes[0] === 0x30 && bytes[1] === bytes.length - 2 ? [bytes] : []),
    ...(bytes.length === 2 * size ? [ecdsaDer(bytes)] : []),
  ]);
}

/** How many bytes each of the two numbers of an ECDSA signature has. */
const curveSizes: Partial<Record<string, number>> = { prime256v1: 32, secp384r1: 48 };

function keyName(key: KeyObject): string {
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {};
  return [key.asymmetricKeyType?.toUpperCase(), modulusLength ?? namedCurve].filter(Boolean).join(" ");
}
