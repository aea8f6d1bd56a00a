import { Null, OctetString } from "asn1js";
import { describe, expect, test } from "vitest";
import {
  attribute,
  contentTypeAttribute,
  holds,
  messageDigestAttribute,
  signedMessage,
  sorted,
} from "../../../src/signing/cms/attributes.ts";
import * as der from "./der-writer.ts";
import * as written from "./signed-data.ts";

const digest = Buffer.alloc(32, 7);
const contentType = contentTypeAttribute("1.2.840.113549.1.7.1");
const messageDigest = messageDigestAttribute(digest);
const note = attribute("1.2.3.4", new Null());

test("what is signed is the set of the attributes in DER's order", () => {
  const [type, hash, last] = [
    written.contentTypeAttribute("1.2.840.113549.1.7.1"),
    written.messageDigestAttribute(digest),
    der.attribute("1.2.3.4", der.nothing),
  ];
  const message = signedMessage(sorted([messageDigest, note, contentType]));
  expect(Buffer.from(message)).toEqual(der.set(type, hash, last));
});

describe("an attribute is held", () => {
  test("once, with that value", () => {
    expect(holds([note, messageDigest], messageDigest)).toBe(true);
  });

  test.each([
    ["is missing", [note]],
    ["is there twice", [messageDigest, note, messageDigest]],
    ["has another value", [messageDigestAttribute(Buffer.alloc(32, 8))]],
    ["has no value", [{ ...messageDigest, values: [] }]],
    ["has two values", [{ ...messageDigest, values: [...messageDigest.values, ...messageDigest.values] }]],
    ["has one value more", [{ ...messageDigest, values: [...messageDigest.values, ...note.values] }]],
  ])("but not where it %s", (_, attributes) => {
    expect(holds(attributes, messageDigest)).toBe(false);
  });
});

test("values of attributes come out as they went in, in BER's forms too", () => {
  const value = Buffer.from("2480 040101 040102 0000".replaceAll(" ", ""), "hex");
  const odd = Object.assign(attribute("1.2.3.4", new OctetString()), {
    values: [new Uint8Array(value).buffer],
  });
  const message = Buffer.from(signedMessage([odd]));
  expect(message).toEqual(der.set(der.attribute("1.2.3.4", value)));
});
