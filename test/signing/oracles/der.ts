/** Gives the content of a DER value, without its tag and length. */
export function contentOf(der: Buffer): Buffer {
  return der.subarray(headerLength(der), totalLength(der));
}

/** Gives the DER values that follow one another in a content. */
export function valuesIn(content: Buffer): Buffer[] {
  const values: Buffer[] = [];
  for (let rest = content; rest.length > 0; rest = rest.subarray(totalLength(rest))) {
    values.push(rest.subarray(0, totalLength(rest)));
  }
  return values;
}

/** Gives the value that a way of positions leads to, from value to value within. */
export function valueAt(der: Buffer, ...way: number[]): Buffer {
  return way.reduce((value, index) => {
    const found = valuesIn(contentOf(value)).at(index);
    if (found === undefined) {
      throw new Error(`No value ${way.join(".")} in ${der.toString("hex", 0, 40)}`);
    }
    return found;
  }, der);
}

function headerLength(der: Buffer): number {
  const first = der.readUInt8(1);
  return first < 0x80 ? 2 : 2 + (first & 0x7f);
}

function totalLength(der: Buffer): number {
  const header = headerLength(der);
  return header + (header === 2 ? der.readUInt8(1) : der.readUIntBE(2, header - 2));
}
