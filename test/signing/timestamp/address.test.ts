import { describe, expect, test } from "vitest";
import { parseAddress, redirectTarget, shownAddress } from "../../../src/signing/timestamp/address.ts";

describe("an address", () => {
  test.each([
    ["http://timestamp.example", "http://timestamp.example/"],
    ["https://timestamp.example:8443/tsa?td=sha256", "https://timestamp.example:8443/tsa?td=sha256"],
    ["HTTP://Timestamp.Example/A", "http://timestamp.example/A"],
  ])("%s is taken", (text, href) => {
    expect(parseAddress(text).href).toBe(href);
  });

  test.each([
    ["timestamp.example", "form", "timestamp.example"],
    ["", "form", ""],
    ["http://", "form", "http://"],
    ["ftp://timestamp.example/x", "scheme", "ftp://timestamp.example/x"],
    ["file:///etc/passwd", "scheme", "file:///etc/passwd"],
    ["localhost:3161", "scheme", "localhost://3161"],
    ["http://user:secret@timestamp.example/x", "credentials", "http://timestamp.example/x"],
    ["https://secret@timestamp.example/?key=secret#secret", "credentials", "https://timestamp.example/"],
    ["http//user:secret@timestamp.example/x", "form", "timestamp.example/x"],
    ["http://user:secret@timestamp.example:port/", "form", "timestamp.example:port/"],
  ])("%j is refused for its %s, and shown without a secret", (text, problem, address) => {
    expect(() => parseAddress(text)).toThrow(
      expect.objectContaining({ code: "timestamp-address", facts: { address, problem } }),
    );
  });

  test("is shown in part where it is long", () => {
    const long = `http://timestamp.example/${"x".repeat(10_000)}`;
    expect(shownAddress(new URL(long))).toBe(long.slice(0, 200));
    expect(() => parseAddress("x".repeat(10_000))).toThrow(
      expect.objectContaining({ facts: { address: "x".repeat(200), problem: "form" } }),
    );
  });
});

describe("a redirect", () => {
  const from = new URL("https://timestamp.example/a/b");

  test.each([
    ["/c", "https://timestamp.example/c"],
    ["c", "https://timestamp.example/a/c"],
    ["//other.example/c", "https://other.example/c"],
    ["http://other.example/c", "http://other.example/c"],
  ])("to %s leads to %s", (location, href) => {
    expect(redirectTarget(location, from)?.href).toBe(href);
  });

  test.each([null, "http://", "file:///etc/passwd", "data:,x", "javascript:x", "https://u:p@other.example/"])(
    "to %s leads nowhere",
    (location) => {
      expect(redirectTarget(location, from)).toBeNull();
    },
  );
});
