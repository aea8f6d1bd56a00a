import { createPrivateKey, type KeyObject } from "node:crypto";
import { PortkeepError } from "../../errors.ts";
import { Budget } from "./pbe/budget.ts";
import { decrypt, type Encrypted } from "./pbe/decrypt.ts";
import { type Password, passwordForms, wipe } from "./pbe/password.ts";
import { keyFromPkcs8 } from "./pkcs8.ts";

/** A password as text or in UTF-8, or null where none is given. */
export type GivenPassword = Uint8Array | string | null;

/**
 * Decrypts the key in an encrypted PKCS#8. Throws `key-encrypted` without a password, `key-wrong-password`,
 * `key-cipher-unsupported`, `key-too-costly`, or another error for what is malformed.
 */
export function decryptPkcs8(encrypted: Encrypted, password: GivenPassword): KeyObject {
  const forms = passwordForms(required(password));
  const budget = new Budget();
  try {
    for (const form of forms) {
      const key = tryForm(encrypted, form, budget);
      if (key) return key;
    }
  } finally {
    wipe(forms);
  }
  throw new PortkeepError("key-wrong-password", {});
}

/** Decrypts a PEM that says its cipher in a header, as OpenSSL wrote it before 1.0. Throws as `decryptPkcs8` does. */
export function decryptOldPem(pem: string, cipher: string, password: GivenPassword): KeyObject {
  const passphrase = Buffer.from(required(password) as string);
  if (!oldCiphers.includes(cipher)) throw new PortkeepError("key-cipher-unsupported", { cipher });
  try {
    return createPrivateKey({ key: pem, format: "pem", passphrase });
  } catch {
    throw new PortkeepError("key-wrong-password", {});
  } finally {
    passphrase.fill(0);
  }
}

function required(password: GivenPassword): Uint8Array | string {
  if (password === null) throw new PortkeepError("key-encrypted", {});
  return password;
}

function tryForm(encrypted: Encrypted, form: Password, budget: Budget): KeyObject | null {
  const pkcs8 = decrypt(encrypted, form, budget);
  if (!pkcs8) return null;
  try {
    return keyFromPkcs8(pkcs8);
  } catch {
    // By chance a wrong password gives something that ends like a text.
    return null;
  } finally {
    pkcs8.fill(0);
  }
}

// Node.js' OpenSSL has left the others behind.
const oldCiphers = ["AES-128-CBC", "AES-192-CBC", "AES-256-CBC", "DES-EDE3-CBC"];
