/** Gives what an answer may mean, in the order to be tried: bytes as they are, as hex, as base64 or base64url. */
export function readings(written: Uint8Array): Uint8Array[] {
  const text = new TextDecoder().decode(written).replace(/\s/g, "");
  const hex = text.replaceAll(":", "");
  return [
    written,
    ...(/^(?:[\da-f]{2})+$/i.test(hex) ? [Buffer.from(hex, "hex")] : []),
    ...(/^[\w+/-]+={0,2}$/.test(text) ? [Buffer.from(text, "base64")] : []),
  ];
}

/** Gives the DER of an ECDSA signature that is written as its two numbers, one after the other and equally long. */
export function ecdsaDer(numbers: Uint8Array): Buffer {
  const half = numbers.length / 2;
  const content = Buffer.concat([integer(numbers.subarray(0, half)), integer(numbers.subarray(half))]);
  return Buffer.concat([Buffer.from([0x30, ...lengthOf(content)]), content]);
}

function integer(number: Uint8Array): Buffer {
  const first = number.findIndex((byte) => byte !== 0);
  const digits = first < 0 ? Buffer.alloc(1) : number.subarray(first);
  // DER's integers have a sign.
  const content = Buffer.concat([Buffer.alloc((digits[0] ?? 0) > 0x7f ? 1 : 0), digits]);
  return Buffer.concat([Buffer.from([0x02, ...lengthOf(content)]), content]);
}

function lengthOf({ length }: Uint8Array): number[] {
  return length < 0x80 ? [length] : [0x81, length];
}
