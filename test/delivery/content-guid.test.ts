import { expect, test } from "vitest";
import { contentGuid } from "../../src/delivery/content-guid.ts";

const file = (path: string, text: string) => ({ path, bytes: Buffer.from(text) });
const files = [file("a", "one"), file("b", "two")];

test("the id of some content is made of its SHA-256, and always the same", () => {
  // Python's hashlib, of "purpose", and for each file NUL, its path, NUL, its length, NUL and its bytes.
  expect(contentGuid("purpose", files)).toBe("{2E747830-6DF8-8910-9C22-663C2F49212E}");
});

test.each([
  ["another purpose", contentGuid("other", files)],
  ["another name", contentGuid("purpose", [file("c", "one"), file("b", "two")])],
  ["other bytes", contentGuid("purpose", [file("a", "One"), file("b", "two")])],
  ["a file less", contentGuid("purpose", [file("a", "one")])],
  ["bytes that went from one file to the next", contentGuid("purpose", [file("a", "onet"), file("b", "wo")])],
  ["another order", contentGuid("purpose", [file("b", "two"), file("a", "one")])],
])("%s gives another id", (_, other) => {
  expect(other).not.toBe(contentGuid("purpose", files));
});

test("it says of itself that its maker chose its bits (RFC 9562, version 8)", () => {
  expect(contentGuid("purpose", files)).toMatch(
    /^\{[0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}\}$/,
  );
});
