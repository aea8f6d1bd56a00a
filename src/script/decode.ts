/** The ways in which an editor may have saved a script. */
export type Encoding = "ascii" | "utf-8" | "utf-8-bom" | "utf-16le" | "utf-16be" | "other";

/** Gives a script's text however it was saved; `other` stands for bytes that are no text in any of these ways. */
export function decodeScript(bytes: Uint8Array): { text: string; encoding: Encoding } {
  for (const [encoding, label, ...mark] of marks) {
    if (mark.every((byte, index) => bytes[index] === byte)) {
      return { text: new TextDecoder(label).decode(bytes), encoding };
    }
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text, encoding: text.length === bytes.length ? "ascii" : "utf-8" };
  } catch {
    return { text: new TextDecoder("latin1").decode(bytes), encoding: "other" };
  }
}

const marks = [
  ["utf-8-bom", "utf-8", 0xef, 0xbb, 0xbf],
  ["utf-16le", "utf-16le", 0xff, 0xfe],
  ["utf-16be", "utf-16be", 0xfe, 0xff],
] as const;
