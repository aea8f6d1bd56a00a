import { describe, expect, test } from "vitest";
import { checkLimit, isWide } from "../../src/plan/limit.ts";
import { readOwnPorts } from "../../src/plan/own-ports.ts";

describe("how many", () => {
  test.each<[string, string[], boolean, number | null]>([
    ["1,024 ports", ["10001-11024"], false, null],
    ["1,025 ports", ["10001-11025"], false, 1025],
    ["1,025 ports, wide allowed", ["10001-11025"], true, null],
    ["1,999 ports, wide allowed", ["10001-11999"], true, null],
    ["2,000 ports, wide allowed", ["10001-12000"], true, 2000],
    ["2,000 ports", ["10001-12000"], false, 2000],
    ["1,024 ports in two labels", ["10001-10512=A", "10513-11024=B"], false, null],
    ["1,024 ports, all with two labels", ["10001-11024=A", "10001-11024=B"], false, null],
    ["1,025 ports in single ports", Array.from({ length: 1025 }, (_, i) => `${10001 + 2 * i}`), false, 1025],
    ["every port", ["1025-65535"], true, 64511],
  ])("%s", (_, texts, allowWide, refused) => {
    const attempt = () => checkLimit(readOwnPorts(texts), allowWide);
    if (refused === null) return expect(attempt).not.toThrow();
    const facts = { count: refused, limit: 1024, limitWide: 1999 };
    expect(attempt).toThrow(expect.objectContaining({ code: "too-many-ports", facts }));
  });

  test("only more than 1,024 are wide", () => {
    expect(isWide(readOwnPorts(["10001-11024"]))).toBe(false);
    expect(isWide(readOwnPorts(["10001-11025"]))).toBe(true);
  });
});
