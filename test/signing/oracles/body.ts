import { createHash } from "node:crypto";

// Written from the format's description, for what the tests sign: ASCII, UTF-8 and UTF-16 with a byte order mark.
const encodings = [
  { mark: [0xef, 0xbb, 0xbf], label: "utf-8" },
  { mark: [0xff, 0xfe], label: "utf-16le" },
  { mark: [0xfe, 0xff], label: "utf-16be" },
] as const;

/** Gives the hash that a script's signature must hold: of its text before the block, as UTF-16LE with its mark. */
export function bodyDigest(script: Uint8Array, hash: string): Buffer {
  const [body] = split(script);
  return createHash(hash).update(Buffer.from(body, "utf16le")).digest();
}

/** Gives the CMS signature in a script's block. */
export function signatureOf(script: Uint8Array): Buffer {
  const [, block] = split(script);
  return Buffer.from(block.replaceAll("# ", ""), "base64");
}

function split(script: Uint8Array): [body: string, block: string] {
  const text = decode(script);
  const at = text.lastIndexOf("# SIG # Begin signature block");
  if (at < 0) {
    return [text, ""];
  }
  const breakLength = text.endsWith("\r\n", at) ? 2 : 1;
  const lines = text.slice(at).split(/\r?\n/);
  return [
    text.slice(0, at - breakLength),
    lines.slice(1, lines.indexOf("# SIG # End signature block")).join(""),
  ];
}

function decode(script: Uint8Array): string {
  const label = encodings.find(({ mark }) => mark.every((byte, index) => script[index] === byte))?.label;
  return new TextDecoder(label ?? "utf-8", { ignoreBOM: true, fatal: true }).decode(script);
}
