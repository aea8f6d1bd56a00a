import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatRange, parseRange } from "../../src/ports/range.ts";

describe("parseRange", () => {
  test.each([
    ["4000", 4000, 4000],
    ["4000-4010", 4000, 4010],
    ["4000-4000", 4000, 4000],
    ["1-65535", 1, 65535],
    ["00123", 123, 123],
    ["  4000-4001\t", 4000, 4001],
  ])("reads %j", (text, low, high) => {
    expect(parseRange(text)).toEqual({ low, high });
  });

  test.each([
    "",
    " ",
    "-",
    "4000-",
    "-4000",
    "4000-4010-4020",
    "4000 - 4010",
    "4000,4010",
    "4000–4010",
    "+4000",
    "4e3",
    "0x10",
    "4000.5",
    "port",
    "４０００",
    "٤٠٠٠",
    "4000\n4001",
  ])("refuses %j, which is not a range", (text) => {
    expect(() => parseRange(text)).toThrow(
      expect.objectContaining({ code: "port-not-a-range", facts: { text }, exitCode: 2 }),
    );
  });

  test.each(["65536", "1-65536", "70000-1", "99999999999999999999999999"])(
    "refuses %j, above 65535",
    (text) => {
      expect(() => parseRange(text)).toThrow(
        expect.objectContaining({ code: "port-too-high", facts: { text } }),
      );
    },
  );

  test.each(["0", "0-5", "000"])("refuses %j, which begins with port 0", (text) => {
    expect(() => parseRange(text)).toThrow(expect.objectContaining({ code: "port-zero", facts: { text } }));
  });

  test("refuses a reversed range and tells its ends", () => {
    expect(() => parseRange("4010-4000")).toThrow(
      expect.objectContaining({ code: "port-reversed", facts: { text: "4010-4000", low: 4010, high: 4000 } }),
    );
  });

  test("takes a million digits without delay", () => {
    const started = performance.now();
    expect(() => parseRange("9".repeat(1_000_000))).toThrow();
    expect(() => parseRange(`${"1".repeat(1_000_000)}x`)).toThrow();
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe("formatRange", () => {
  test("writes a single port twice, as the article asks", () => {
    expect(formatRange({ low: 4000, high: 4000 })).toBe("4000-4000");
  });

  test("is read back as the same range", () => {
    const port = fc.integer({ min: 1, max: 65535 });
    fc.assert(
      fc.property(port, port, (a, b) => {
        const range = { low: Math.min(a, b), high: Math.max(a, b) };
        expect(parseRange(formatRange(range))).toEqual(range);
      }),
    );
  });
});
