const text = 'param([string]$Name)\r\n# Gru\u00df\r\n"Hello $Name"\r\n';
const ascii = text.replace("\u00df", "ss");

/** A small script in each way of saving it that a signature can stand in. */
export const samples = {
  "ASCII with CRLF": Buffer.from(ascii),
  "ASCII with LF": Buffer.from(ascii.replaceAll("\r\n", "\n")),
  "UTF-8 with a mark": Buffer.from(`\ufeff${text}`),
  "UTF-16LE with a mark": Buffer.from(`\ufeff${text}`, "utf16le"),
} as const;

export type SampleName = keyof typeof samples;

export const sampleNames = Object.keys(samples) as SampleName[];

/** Gives a copy in which one byte has another value. */
export function changed(bytes: Uint8Array, index: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(index) ^ 1, index);
  return copy;
}

/** Gives a signed ASCII script with another CMS in its block. */
export function withSignature(signed: Uint8Array, cms: Buffer): Buffer {
  const text = Buffer.from(signed).toString("latin1");
  const begin = "# SIG # Begin signature block\r\n";
  const head = text.slice(0, text.lastIndexOf(begin) + begin.length);
  const lines = cms.toString("base64").replace(/.{1,64}/g, "# $&\r\n");
  return Buffer.from(`${head}${lines}# SIG # End signature block\r\n`, "latin1");
}
