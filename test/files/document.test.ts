import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { checkDocument } from "../../src/files/check.ts";
import { parseDocument, pathText } from "../../src/files/document.ts";

const read = (text: string) => parseDocument(text, "f").value;

describe("a document's value", () => {
  test.each<[string, unknown]>([
    ["a: 1", { a: 1 }],
    ["a:\n  - x\n  - y: z\n", { a: ["x", { y: "z" }] }],
    ["a: 1645-1646", { a: "1645-1646" }],
    ["a: 2008-07-31", { a: "2008-07-31" }],
    ["a: yes", { a: "yes" }],
    ["a: on\nb: ~\nc:", { a: "on", b: null, c: null }],
    ["a: 0x10", { a: 16 }],
    ['"a": "\\u0041\\/"', { a: "A/" }],
    ["a: |\n  x\n  y\n", { a: "x\ny\n" }],
    ["a: # why\n  b # because\n", { a: "b" }],
    ["? a\n: b", { a: "b" }],
    ["---\na: 1\n...\n", { a: 1 }],
    ["just text", "just text"],
    ["[]", []],
    ['{\n\t"a": [\n\t\t1\n\t]\n}', { a: [1] }],
    ["a: 1\r\nb: 2\r\n", { a: 1, b: 2 }],
    ["a: '<<'", { a: "<<" }],
    ["a: 'x & y * z ! w'", { a: "x & y * z ! w" }],
  ])("of %j", (text, value) => {
    expect(read(text)).toEqual(value);
  });

  test("is what JSON.parse gives for any JSON, whatever its keys", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4, noUnicodeString: false }), fc.nat({ max: 4 }), (json, indent) => {
        const wanted = JSON.parse(json);
        fc.pre(wanted !== null && !json.includes('"<<"'));
        expect(read(JSON.stringify(wanted, null, indent))).toEqual(wanted);
      }),
    );
  });

  test("has __proto__ and the like as keys of its own", () => {
    const value = read('{"__proto__": {"polluted": true}, "constructor": 1}') as object;
    expect(Object.keys(value)).toEqual(["__proto__", "constructor"]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect("polluted" in value).toBe(false);
  });
});

describe("the place of a value", () => {
  const text = "# head\nrows:\n  - ports: 1-2\n    products: [a, b]\n  - ports:\nlast: x\n";
  const { placeOf } = parseDocument(text, "f");

  test.each<[(string | number)[], "key" | "value", number, number]>([
    [[], "value", 2, 1],
    [["rows"], "key", 2, 1],
    [["rows"], "value", 3, 3],
    [["rows", 0], "value", 3, 5],
    [["rows", 0, "ports"], "key", 3, 5],
    [["rows", 0, "ports"], "value", 3, 12],
    [["rows", 0, "products", 1], "value", 4, 19],
    [["last"], "value", 6, 7],
  ])("%j, its %s: line %i, column %i", (path, what, line, column) => {
    expect(placeOf(path, what)).toMatchObject({ file: "f", line, column, path: pathText(path) });
  });

  test("of any value of a JSON text is where the value stands", () => {
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.nat()), { minLength: 1 }),
        (list) => {
          const json = JSON.stringify(list, null, 1);
          const lines = json.split("\n");
          const document = parseDocument(json, "f");
          for (const [index, entry] of list.entries()) {
            for (const [key, value] of Object.entries(entry)) {
              const { line = 0, column = 0 } = document.placeOf([index, key]);
              expect(lines[line - 1]?.slice(column - 1).replace(/,$/, "")).toBe(String(value));
            }
          }
        },
      ),
    );
  });
});

describe("checking", () => {
  const schema = z.strictObject({
    name: z.string().regex(/^[a-z]+$/, "id"),
    list: z.exactOptional(
      z.array(z.strictObject({ size: z.string().max(3), kind: z.exactOptional(z.enum(["a", "b"])) })),
    ),
  });
  const faults = (text: string) => {
    try {
      return checkDocument(parseDocument(text, "f"), schema);
    } catch (error) {
      return (error as AggregateError).errors.map(({ code, facts, place }) => [
        `${place.line}:${place.column} ${place.path}`,
        code,
        facts,
      ]);
    }
  };

  test("gives the value where it has the form", () => {
    expect(faults("name: x\nlist: [{size: abc}]")).toEqual({ name: "x", list: [{ size: "abc" }] });
  });

  test.each<[string, string, unknown[][]]>([
    [
      "a misspelt key, not also a missing one",
      "nam: x",
      [["1:1 nam", "unknown-key", { key: "nam", known: ["name", "list"] }]],
    ],
    ["a missing key", "list: []", [["1:1 ", "missing-key", { key: "name" }]]],
    [
      "a misspelt key further in",
      "name: x\nlist:\n  - size: a\n  - sise: b",
      [["4:5 list[1].sise", "unknown-key", { key: "sise", known: ["size", "kind"] }]],
    ],
    ["a wrong type", "name: 7", [["1:7 name", "wrong-type", { wanted: "text", found: "number" }]]],
    ["a wrong form", "name: X", [["1:7 name", "wrong-form", { text: "X", form: "id" }]]],
    [
      "a text that is too long",
      "name: x\nlist: [{size: abcd}]",
      [["2:15 list[0].size", "text-too-long", { text: "abcd", longest: 3 }]],
    ],
    [
      "a value that is not allowed",
      "name: x\nlist: [{size: a, kind: c}]",
      [["2:24 list[0].kind", "value-not-allowed", { value: "c", allowed: ["a", "b"] }]],
    ],
    [
      "several, in the order of the file",
      "list: [{size: abcd}]\nname: X\nx: 1",
      [
        ["1:15 list[0].size", "text-too-long", { text: "abcd", longest: 3 }],
        ["2:7 name", "wrong-form", { text: "X", form: "id" }],
        ["3:1 x", "unknown-key", { key: "x", known: ["name", "list"] }],
      ],
    ],
  ])("tells %s", (_, text, wanted) => {
    expect(faults(text)).toEqual(wanted);
  });

  test("tells no more than twenty faults", () => {
    expect(faults(`name: x\n${Array.from({ length: 5000 }, (_, i) => `k${i}: 1`).join("\n")}`)).toHaveLength(
      20,
    );
  });
});
