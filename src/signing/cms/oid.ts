// Those in use have 20 bytes at most.
const longest = 64;

/** Gives an object identifier's text, by the content of its DER. Throws a RangeError where it is not in its shortest form. */
export function oidText(content: Uint8Array): string {
  if (content.length > longest) throw new RangeError("an object identifier is too long");
  const numbers: number[] = [];
  let number = 0;
  for (const [index, byte] of content.entries()) {
    const isFirst = index === 0 || (content[index - 1] ?? 0) < 0x80;
    number = (isFirst ? 0 : number * 128) + (byte & 0x7f);
    if ((isFirst && byte === 0x80) || !Number.isSafeInteger(number))
      throw new RangeError("no object identifier");
    if (byte < 0x80) numbers.push(number);
  }
  const [both, ...others] = numbers;
  if (both === undefined || (content.at(-1) ?? 0x80) >= 0x80) throw new RangeError("no object identifier");
  // The first two numbers share one.
  const first = Math.min(Math.trunc(both / 40), 2);
  return [first, both - first * 40, ...others].join(".");
}
