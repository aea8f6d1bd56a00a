import fc from "fast-check";
import { expect, test } from "vitest";
import { replyIn } from "../../../src/signing/external/reply.ts";

const answer = (signature: string, certificates: string[] | null = null) => ({
  signature: Buffer.from(signature),
  certificates,
});

test.each([
  ["an answer", '{"id":1,"signature":"MEUC"}', { id: 1, answer: answer("MEUC") }],
  ["an answer before a CR", '{"id":1,"signature":"MEUC"}\r', { id: 1, answer: answer("MEUC") }],
  [
    "an answer with certificates",
    '{"certificates":["MIIB"],"signature":"MEUC","id":2}',
    { id: 2, answer: answer("MEUC", ["MIIB"]) },
  ],
  ["a refusal", '{"id":3,"error":"no token"}', { id: 3, refusal: "no token" }],
  ["a refusal, whatever else is there", '{"id":3,"error":"","signature":"MEUC"}', { id: 3, refusal: "" }],
  ["no JSON", "Connecting ...", "not-json"],
  ["an empty line", "", "not-json"],
  ["no object", "[1]x", "not-json"],
  ["a number", "7", "not-json"],
  ["null", "null", "not-json"],
  ["no id", '{"signature":"MEUC"}', "unknown-id"],
  ["an id that is a text", '{"id":"1","signature":"MEUC"}', "unknown-id"],
  ["neither", '{"id":1}', "no-signature"],
  ["an error that is no text", '{"id":1,"error":null}', "no-signature"],
])("a line is read as %s", (_, line, reply) => {
  expect(replyIn(Buffer.from(line))).toEqual(reply);
});

test("a line that is not UTF-8 is no JSON", () => {
  expect(replyIn(Buffer.from('{"id":1,"signature":"\xff"}', "latin1"))).toBe("not-json");
});

test("any line is read as something", () => {
  const problems = ["not-json", "unknown-id", "no-signature"];
  const lines = fc.oneof(
    fc.uint8Array(),
    fc.json().map((text) => Buffer.from(text)),
  );
  fc.assert(
    fc.property(lines, (line) => {
      const reply = replyIn(line);
      expect(typeof reply === "string" ? problems.includes(reply) : Number.isFinite(reply.id)).toBe(true);
    }),
  );
});
