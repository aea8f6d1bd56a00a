import { contentOf, valuesIn } from "../oracles/der.ts";
import { value } from "./der-writer.ts";

/** Replaces the part of a DER at the end of this way, from value to value within; the lengths around it are kept right. */
export function replaced(
  der: Buffer,
  [index, ...way]: readonly number[],
  change: (part: Buffer) => Buffer,
): Buffer {
  if (index === undefined) return change(der);
  const parts = valuesIn(contentOf(der));
  return value(
    der.readUInt8(0),
    ...parts.map((part, at) => (at === index ? replaced(part, way, change) : part)),
  );
}
