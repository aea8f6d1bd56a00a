/** Gives a REG_MULTI_SZ as Windows documents it: each string and the whole list ended by a null. */
export function encodeMultiString(list: readonly string[]): Uint8Array {
  return utf16(`${list.map((entry) => `${entry}\0`).join("")}\0`);
}

/** Gives the strings of a REG_MULTI_SZ; what .NET reads where terminators or half a character are missing. */
export function decodeMultiString(bytes: Uint8Array): string[] {
  const whole = Buffer.concat([bytes, Buffer.alloc(bytes.length % 2)]);
  const text = whole.toString("utf16le").replace(/\0$/, "");
  return text === "" ? [] : text.replace(/\0$/, "").split("\0");
}

export function utf16(text: string): Uint8Array {
  return Buffer.from(text, "utf16le");
}
