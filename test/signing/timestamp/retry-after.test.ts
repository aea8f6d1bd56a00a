import { expect, test } from "vitest";
import { retryAfterSeconds } from "../../../src/signing/timestamp/retry-after.ts";

const now = Date.parse("2026-01-31T12:00:00Z");

test.each([
  [null, null],
  ["0", 0],
  ["15", 15],
  ["3600", 3600],
  ["Sat, 31 Jan 2026 12:00:30 GMT", 30],
  ["Sat, 31 Jan 2026 11:00:00 GMT", 0],
  ["", null],
  ["-5", null],
  ["5.5", null],
  ["1e3", null],
  ["soon", null],
  ["9".repeat(400), null],
  ["Sat, 99 Jan 2026 12:00:30 GMT", null],
])("the header %j asks for %s seconds", (header, seconds) => {
  expect(retryAfterSeconds(header, now)).toBe(seconds);
});
