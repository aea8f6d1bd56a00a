import { isAscii, transcode } from "node:buffer";

/** A password in the forms in which files take it. */
export interface Password {
  /** For PKCS#5: PBKDF2 and scrypt. */
  utf8: Buffer;
  /** For PKCS#12: UTF-16, big end first, closed by a zero. */
  utf16: Buffer;
}

/**
 * Gives a password in all the ways in which programs have written it, the usual one first: an empty one is also met
 * as no bytes at all, and OpenSSL before 1.1 took each byte of UTF-8 for a character.
 */
export function passwordForms(password: Uint8Array | string): Password[] {
  const utf8 = Buffer.from(password as string);
  if (utf8.length === 0) return [zero, empty].map((utf16) => ({ utf8, utf16 }));
  const encodings = isAscii(utf8) ? (["utf8"] as const) : (["utf8", "latin1"] as const);
  return encodings.map((encoding) => {
    const units = transcode(utf8, encoding, "utf16le").swap16();
    return { utf8, utf16: Buffer.concat([units, zero]) };
  });
}

/** Overwrites what was made of a password. */
export function wipe(forms: readonly Password[]): void {
  for (const { utf8, utf16 } of forms) {
    utf8.fill(0);
    utf16.fill(0);
  }
}

const empty = Buffer.alloc(0);
const zero = Buffer.alloc(2);
