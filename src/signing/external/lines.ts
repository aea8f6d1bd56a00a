/** A line that is longer than its reader takes, of which this is the beginning. */
export class LineTooLong extends Error {
  constructor(readonly start: Uint8Array) {
    super("line too long");
  }
}

const newline = 0x0a;

/**
 * Gives the lines of a stream without their newlines, the last one also where none ends it.
 * Throws LineTooLong for a line of more than `most` bytes.
 */
export async function* linesOf(stream: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Buffer> {
  let parts: Uint8Array[] = [];
  let length = 0;
  const add = (part: Uint8Array) => {
    parts.push(part);
    length += part.length;
    if (length > most) throw new LineTooLong(Buffer.concat(parts).subarray(0, 4096));
  };
  for await (const chunk of stream) {
    let rest = chunk;
    for (let end = rest.indexOf(newline); end >= 0; end = rest.indexOf(newline)) {
      add(rest.subarray(0, end));
      yield Buffer.concat(parts);
      rest = rest.subarray(end + 1);
      parts = [];
      length = 0;
    }
    add(rest);
  }
  if (length > 0) yield Buffer.concat(parts);
}
