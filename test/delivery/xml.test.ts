import fc from "fast-check";
import { expect, test } from "vitest";
import { element, textElement } from "../../src/delivery/xml.ts";
import { sharedHost } from "../rig/shared.ts";
import { outline } from "./gpo/xml.ts";

await sharedHost("linux");

test.each([
  ["an element with nothing in it", element("A", {}), "<A/>"],
  ["one with attributes, in their order", element("A", { b: "1", a: "2" }), '<A b="1" a="2"/>'],
  ["an attribute that is left out", element("A", { b: undefined }), "<A/>"],
  ["elements in it", element("A", {}, element("B", {}), element("C", {})), "<A><B/><C/></A>"],
  ["text", textElement("A", "a < b & c"), "<A>a &lt; b &amp; c</A>"],
  ["no text", textElement("A", ""), "<A/>"],
])("%s", (_, xml, text) => {
  expect(xml).toBe(text);
});

test("whatever the texts, .NET reads them as they were", async () => {
  const text = fc.string({ unit: "grapheme-ascii", minLength: 1 }).filter((value) => value.trim() === value);
  const texts = fc.sample(text, 200);
  const xml = element(
    "All",
    {},
    ...texts.map((value) => element("A", { b: value }, textElement("C", value))),
  );
  const lines = await outline(Buffer.from(xml));
  expect(lines).toEqual(["All", ...texts.flatMap((value) => [`  A | b=${value}`, `    C | ${value}`])]);
});
