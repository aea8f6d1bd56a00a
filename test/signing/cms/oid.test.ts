import { ObjectIdentifier } from "asn1js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { oidText } from "../../../src/signing/cms/oid.ts";

const hex = (text: string) => Buffer.from(text.replaceAll(" ", ""), "hex");

test.each([
  ["0.9", "09"],
  ["1.2.840.113549.1.7.2", "2a 864886f70d 01 07 02"],
  ["1.3.6.1.4.1.311.2.1.4", "2b 06 01 04 01 8237 02 01 04"],
  ["2.5.29.37.0", "55 1d 25 00"],
  ["2.999.3", "8837 03"],
])("%s is read from its DER", (text, der) => {
  expect(oidText(hex(der))).toBe(text);
});

test("any is read as asn1js reads it", () => {
  const numbers = fc.array(fc.oneof(fc.nat(300), fc.nat()), { maxLength: 8 });
  fc.assert(
    fc.property(fc.nat(2), fc.nat(39), numbers, (first, second, others) => {
      const text = [first, second, ...others].join(".");
      expect(oidText(new Uint8Array(new ObjectIdentifier({ value: text }).valueBlock.toBER()))).toBe(text);
    }),
  );
});

describe("no object identifier:", () => {
  test.each([
    ["nothing", ""],
    ["a number that goes on", "2a 86"],
    ["a number with a zero before it", "2a 80 01"],
    ["a first number with a zero before it", "80 2a"],
    ["more numbers than any has", `2a ${"01".repeat(64)}`],
    ["a number beyond all bounds", "2a ffffffffffffffffff7f"],
  ])("%s", (_, der) => {
    expect(() => oidText(hex(der))).toThrow(RangeError);
  });
});
