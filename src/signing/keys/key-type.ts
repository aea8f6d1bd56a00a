import type { KeyObject } from "node:crypto";
import { PortkeepError } from "../../errors.ts";

const fewestBits = 2048;
const mostBits = 4096;
// Windows Server 2008 and later; a P-521 key is for SHA-512, with which no script is signed.
const curves = ["prime256v1", "secp384r1"];

/** Gives the key again, if scripts can be signed with one of its kind. Throws `key-unsupported`. */
export function usableKey(key: KeyObject): KeyObject {
  const { asymmetricKeyType: type = "", asymmetricKeyDetails: details = {} } = key;
  const { modulusLength: bits = null, namedCurve: curve = null } = details;
  const usable =
    type === "rsa"
      ? bits !== null && bits >= fewestBits && bits <= mostBits
      : type === "ec" && curve !== null && curves.includes(curve);
  if (!usable) throw new PortkeepError("key-unsupported", { type, bits, curve });
  return key;
}
