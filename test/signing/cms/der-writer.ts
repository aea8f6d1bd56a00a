/** Gives a DER value: a tag, and what is in it. */
export function value(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.of(tag), lengthOf(content), content]);
}

export const sequence = (...parts: Uint8Array[]) => value(0x30, ...parts);

/** A set, in the order that DER wants. */
export const set = (...parts: Uint8Array[]) => value(0x31, ...parts.toSorted(Buffer.compare));

/** What is written as `[number]`. */
export const inBrackets = (number: number, ...parts: Uint8Array[]) => value(0xa0 + number, ...parts);

export const octets = (bytes: Uint8Array) => value(0x04, bytes);

/** For numbers below 128. */
export const integer = (number: number) => value(0x02, Buffer.of(number));

export const nothing = value(0x05);

/** Gives an object identifier whose first number is 1 or 2 and small beside its second. */
export function oid(text: string): Buffer {
  const [first = 0, second = 0, ...others] = text.split(".").map(Number);
  return value(0x06, ...[first * 40 + second, ...others].map(inSevens));
}

/** An algorithm, by NULL or with other parameters; none where `parameters` is empty. */
export const algorithm = (type: string, parameters: Uint8Array = nothing) => sequence(oid(type), parameters);

export const attribute = (type: string, ...values: Uint8Array[]) => sequence(oid(type), set(...values));

function lengthOf(content: Buffer): Buffer {
  if (content.length < 0x80) return Buffer.of(content.length);
  const digits = Buffer.from(
    content.length
      .toString(16)
      .padStart(8, "0")
      .replace(/^(00)+/, ""),
    "hex",
  );
  return Buffer.concat([Buffer.of(0x80 + digits.length), digits]);
}

function inSevens(number: number): Buffer {
  const digits = [number & 0x7f];
  for (let rest = number; rest >= 0x80; ) {
    rest = Math.floor(rest / 0x80);
    digits.unshift((rest & 0x7f) | 0x80);
  }
  return Buffer.from(digits);
}
