import fc from "fast-check";

/** Gives an arbitrary of bytes that are nearly these: cut off, or with some bytes changed, left out or put in. */
export function mutations(bytes: Uint8Array): fc.Arbitrary<Buffer> {
  const at = fc.nat(bytes.length - 1);
  const some = fc.uint8Array({ minLength: 1, maxLength: 4 });
  const cut = at.map((end) => Buffer.from(bytes.subarray(0, end)));
  const spliced = fc.tuple(at, fc.nat(4), fc.oneof(some, fc.constant(new Uint8Array()))).map(splice(bytes));
  const changed = fc.array(fc.tuple(at, fc.nat(255)), { minLength: 1, maxLength: 3 }).map((changes) => {
    const copy = Buffer.from(bytes);
    for (const [index, value] of changes) copy[index] = value;
    return copy;
  });
  return fc.oneof({ weight: 6, arbitrary: changed }, { weight: 3, arbitrary: spliced }, cut);
}

function splice(bytes: Uint8Array) {
  return ([at, left, put]: [number, number, Uint8Array]) =>
    Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + left)]);
}
