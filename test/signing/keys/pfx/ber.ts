import { contentOf, valuesIn } from "../../oracles/der.ts";

/** Writes a DER value as NSS and macOS do: without lengths where there can be an end mark, and many octets in pieces. */
export function indefinite(der: Buffer): Buffer {
  const tag = der.readUInt8();
  const content = contentOf(der);
  if (tag & constructed) return ended(tag, valuesIn(content).map(indefinite));
  // Many octets, under their own tag or under that of an EncryptedContentInfo.
  if (content.length > 100 && (tag === octetString || tag === 0x80))
    return ended(tag | constructed, pieces(content));
  return der;
}

const constructed = 0x20;
const octetString = 0x04;

function ended(tag: number, values: Buffer[]): Buffer {
  return Buffer.concat([Buffer.from([tag, 0x80]), ...values, Buffer.from([0, 0])]);
}

function pieces(content: Buffer): Buffer[] {
  const all: Buffer[] = [];
  for (let at = 0; at < content.length; at += 100) {
    const piece = content.subarray(at, at + 100);
    all.push(Buffer.concat([Buffer.from([octetString, piece.length]), piece]));
  }
  return all;
}
