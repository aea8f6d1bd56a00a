import { describe, expect, test } from "vitest";
import { readReply } from "../../../src/signing/timestamp/reply.ts";
import { makeRequest } from "../../../src/signing/timestamp/request.ts";
import { pki } from "../pki.ts";
import { opensslReply, opensslToken } from "./openssl-ts.ts";

const { timestampAuthority } = await pki();
const { der: query } = makeRequest(Buffer.from("signature"), "sha256");
const reply = await opensslReply(query, timestampAuthority);

// Written from RFC 3161 and X.690.
const der = (tag: number, ...parts: Uint8Array[]) => {
  const content = Buffer.concat(parts);
  const length = content.length < 128 ? [content.length] : [0x82, content.length >> 8, content.length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...length), content]);
};
const sequence = (...parts: Uint8Array[]) => der(0x30, ...parts);
const integer = (value: number) => der(2, Buffer.of(value));
const text = (...lines: string[]) => sequence(...lines.map((line) => der(0x0c, Buffer.from(line))));
const bits = (...bytes: number[]) => der(3, Buffer.of(0, ...bytes));
const failureOf = (bytes: Uint8Array) => {
  try {
    return readReply(bytes);
  } catch (error) {
    return (error as { failure?: unknown }).failure;
  }
};

test("the token of a reply comes out as the bytes that openssl takes out", async () => {
  expect(Buffer.from(readReply(reply))).toEqual(await opensslToken(reply));
});

test("what the octet strings of a token hold is not looked into", () => {
  const octets = der(4, sequence(...Array.from({ length: 20_000 }, () => Buffer.of(5, 0))));
  const token = sequence(octets, integer(1));
  expect(Buffer.from(readReply(sequence(sequence(integer(0)), token)))).toEqual(token);
});

test("a grant with changes is a grant too", async () => {
  const token = await opensslToken(reply);
  expect(Buffer.from(readReply(sequence(sequence(integer(1)), token)))).toEqual(token);
});

describe("a refusal", () => {
  test("of openssl is told in its own words", async () => {
    const refusal = await opensslReply(query, timestampAuthority, { accepted: "sha512" });
    expect(failureOf(refusal)).toEqual({
      code: "refused",
      facts: { status: 2, text: "Message digest algorithm is not supported.", reasons: ["badAlg"] },
    });
  });

  test.each([
    ["badAlg", [0x80]],
    ["badRequest", [0x20]],
    ["badDataFormat", [0x04]],
    ["timeNotAvailable", [0, 0x02]],
    ["unacceptedPolicy", [0, 0x01]],
    ["unacceptedExtension", [0, 0, 0x80]],
    ["addInfoNotAvailable", [0, 0, 0x40]],
    ["systemFailure", [0, 0, 0, 0x40]],
  ])("has the reason %s in its place", (reason, bytes) => {
    const { facts } = failureOf(sequence(sequence(integer(2), text("no"), bits(...bytes)))) as {
      facts: object;
    };
    expect(facts).toEqual({ status: 2, text: "no", reasons: [reason] });
  });

  test("may have several reasons, or none, and no text", () => {
    expect(failureOf(sequence(sequence(integer(3), bits(0xa0))))).toMatchObject({
      facts: { status: 3, text: "", reasons: ["badAlg", "badRequest"] },
    });
    expect(failureOf(sequence(sequence(integer(5))))).toMatchObject({
      facts: { status: 5, text: "", reasons: [] },
    });
  });

  test("has its text cut where it is long", () => {
    const long = sequence(sequence(integer(2), text("a".repeat(150), "b".repeat(15_000))));
    expect(failureOf(long)).toMatchObject({ facts: { text: `${"a".repeat(150)} ${"b".repeat(49)}` } });
  });
});

describe("unreadable is", () => {
  test.each([
    ["nothing", Buffer.alloc(0)],
    ["a page", Buffer.from("<html></html>")],
    ["noise", Buffer.from("30820102030405060708090a0b0c0d0e0f", "hex")],
    ["a grant without a token", sequence(sequence(integer(0)))],
    ["a token alone", reply.subarray(9)],
    ["a status that is no number", sequence(sequence(text("granted")))],
  ])("%s", (_, bytes) => {
    expect(failureOf(bytes)).toEqual({ code: "reply-unreadable", facts: {} });
  });

  test("a reply that is cut off anywhere", () => {
    for (let length = 0; length < reply.length; length += 7) {
      expect(failureOf(reply.subarray(0, length))).toEqual({ code: "reply-unreadable", facts: {} });
    }
  });
});
