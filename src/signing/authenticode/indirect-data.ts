import { Integer, Null, ObjectIdentifier, OctetString, Sequence } from "asn1js";
import { type DigestName, digestOids } from "../hash.ts";
import { sipInfoOid } from "./oids.ts";

/** Gives SpcIndirectData, what the signature of a PowerShell script is for: the kind of file and the hash of its text. */
export function indirectData(digest: Uint8Array, hash: DigestName): Sequence {
  const algorithm = [new ObjectIdentifier({ value: digestOids[hash] }), new Null()];
  return new Sequence({
    value: [
      new Sequence({ value: [new ObjectIdentifier({ value: sipInfoOid }), sipInfo] }),
      new Sequence({
        value: [new Sequence({ value: algorithm }), new OctetString({ valueHex: digest })],
      }),
    ],
  });
}

// The identifier of PowerShell's scripts, 603BCC1F-4B59-4E08-B724-D2C6297EF351, as Windows lays it out.
const powershell = Buffer.from("1fcc3b60594b084eb724d2c6297ef351", "hex");

const reserved = Array.from({ length: 5 }, () => new Integer({ value: 0 }));

const sipInfo = new Sequence({
  value: [new Integer({ value: 65_536 }), new OctetString({ valueHex: powershell }), ...reserved],
});
