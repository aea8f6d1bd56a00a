/** The tags of what a signature is made of. */
export const tags = { integer: 0x02, octets: 0x04, oid: 0x06, sequence: 0x30, set: 0x31 } as const;

/** Gives the tag of what is written as `[number]`, around other values. */
export function context(number: number): number {
  return 0xa0 + number;
}

export interface DerValue {
  tag: number;
  /** All of it, with its tag and length. */
  der: Buffer;
  content: Buffer;
}

/**
 * Takes values, one after the other, out of bytes. All throw a RangeError where the next value is another one, or is
 * not written in the one way that DER allows. Libraries read BER, where the same value can be written in many ways.
 */
export class DerReader {
  #rest: Buffer;

  constructor(bytes: Uint8Array) {
    this.#rest = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  get isAtEnd(): boolean {
    return this.#rest.length === 0;
  }

  /** Takes any value. */
  any(): DerValue {
    const { start, length } = headerOf(this.#rest);
    const der = this.#rest.subarray(0, start + length);
    if (der.length < start + length) throw new RangeError("a value is cut off");
    this.#rest = this.#rest.subarray(der.length);
    return { tag: der.readUInt8(0), der, content: der.subarray(start) };
  }

  /** Takes a value with this tag. */
  take(tag: number): DerValue {
    if (!this.isNext(tag)) throw new RangeError("a value has another tag");
    return this.any();
  }

  isNext(tag: number): boolean {
    return this.#rest[0] === tag;
  }

  /** Takes all that is left. */
  all(): DerValue[] {
    const values: DerValue[] = [];
    while (!this.isAtEnd) values.push(this.any());
    return values;
  }

  /** Takes a value with this tag, and reads its content to the end. */
  within<Result>(tag: number, read: (content: DerReader) => Result): Result {
    return readDer(this.take(tag).content, read);
  }
}

/** Reads bytes to their end. Throws a RangeError. */
export function readDer<Result>(bytes: Uint8Array, read: (reader: DerReader) => Result): Result {
  const reader = new DerReader(bytes);
  const result = read(reader);
  if (!reader.isAtEnd) throw new RangeError("something follows");
  return result;
}

function headerOf(bytes: Buffer): { start: number; length: number } {
  // Tags of several bytes are nowhere in a signature.
  if ((bytes.readUInt8(0) & 0x1f) === 0x1f) throw new RangeError("a tag is too long");
  const first = bytes.readUInt8(1);
  if (first < 0x80) return { start: 2, length: first };
  const digits = first & 0x7f;
  // BER's length that only the end tells has none; four are enough for any file.
  if (digits === 0 || digits > 4) throw new RangeError("a length is not DER's");
  const length = bytes.readUIntBE(2, digits);
  if (length < 0x80 || length < 256 ** (digits - 1))
    throw new RangeError("a length is not in its shortest form");
  return { start: 2 + digits, length };
}
