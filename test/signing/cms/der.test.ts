import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { context, DerReader, readDer } from "../../../src/signing/cms/der.ts";
import { value } from "./der-writer.ts";

const hex = (text: string) => Buffer.from(text.replaceAll(" ", ""), "hex");

describe("a value", () => {
  test.each([
    ["is empty", "0500", 0x05, ""],
    ["is short", "0403 010203", 0x04, "010203"],
    ["has the longest short length", `047f ${"00".repeat(127)}`, 0x04, "00".repeat(127)],
    ["has a length of one digit", `048180 ${"00".repeat(128)}`, 0x04, "00".repeat(128)],
    ["has a length of two digits", `04820100 ${"00".repeat(256)}`, 0x04, "00".repeat(256)],
    ["is written as [1]", "a103 0201 05", context(1), "020105"],
  ])("that %s", (_, der, tag, content) => {
    const found = readDer(hex(der), (reader) => reader.any());
    expect(found.tag).toBe(tag);
    expect(found.der.equals(hex(der))).toBe(true);
    expect(found.content.toString("hex")).toBe(content);
  });

  test("of any length is read as it was written", () => {
    const lengths = fc.oneof(fc.nat(300), fc.nat(70_000));
    fc.assert(
      fc.property(lengths, (length) => {
        const content = Buffer.alloc(length, 7);
        expect(readDer(value(0x04, content), (reader) => reader.any()).content.equals(content)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe("what is not DER is refused:", () => {
  test.each([
    ["nothing", ""],
    ["a tag without a length", "04"],
    ["a length without all its digits", "0482 01"],
    ["a content that is cut off", "0403 0102"],
    ["a long content that is cut off", "0483 010000 00"],
    ["the indefinite length", "3080 0500 0000"],
    ["a long form for a short length", "0481 7f"],
    ["a zero before the digits", "0482 0080"],
    ["more digits than any file needs", "0485 0100000000"],
    ["the length that is reserved", "04ff"],
    ["a tag of several bytes", "1f81 0100"],
    ["a second value after the first", "0500 0500"],
  ])("%s", (_, der) => {
    const bytes = hex(der);
    const padded = Buffer.concat([bytes, Buffer.alloc(bytes[1] === 0x81 ? 127 : 0)]);
    expect(() => readDer(padded, (reader) => reader.any())).toThrow(RangeError);
  });

  test("whatever is around it, an outer value ends where its inner ones do", () => {
    expect(() => new DerReader(hex("3004 0403 0102")).within(0x30, (content) => content.all())).toThrow(
      RangeError,
    );
  });
});

describe("a reader", () => {
  test("takes values in turn, each by its tag", () => {
    const reader = new DerReader(hex("0500 0401 09 3000"));
    expect(reader.isNext(0x05)).toBe(true);
    expect(reader.take(0x05).content).toHaveLength(0);
    expect(reader.isNext(0x30)).toBe(false);
    expect(() => reader.take(0x30)).toThrow(RangeError);
    expect(reader.all().map(({ tag }) => tag)).toEqual([0x04, 0x30]);
    expect(reader.isAtEnd).toBe(true);
    expect(reader.isNext(0x05)).toBe(false);
  });

  test("does not leave a value's content unread", () => {
    const reader = new DerReader(hex("3004 0500 0500"));
    expect(() => reader.within(0x30, (content) => content.take(0x05))).toThrow(RangeError);
  });

  test("throws nothing but a RangeError, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        try {
          new DerReader(bytes).all();
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
      { numRuns: 5000 },
    );
  });
});
