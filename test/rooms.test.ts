import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const source = resolve(dirname(fileURLToPath(import.meta.url)), "../src");

/** Each room of the house; it may import from those before it. */
const rooms = [
  "ports",
  "table",
  "plan",
  "risk",
  "script",
  "signing",
  "delivery",
  "files",
  "fleet",
  "page",
  "cli",
];

/** What is in no room: the program's entry, and the list of errors, which every room imports and which names types of theirs. */
const entry = "main.ts";
const errors = "errors.ts";

const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
  .map((file) => join(source, file));

/** Gives what a file imports, without the imports that the compiler erases. */
function importsOf(file: string, { types = true } = {}): string[] {
  const text = readFileSync(file, "utf8");
  const statements = text.matchAll(/^(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"/gm);
  return [...statements].flatMap(([, type, name = ""]) => (type && !types ? [] : [name]));
}

function roomOf(file: string): string {
  return relative(source, file).split(sep)[0] ?? "";
}

describe.each(["ports", "table", "plan", "risk", "script", "page"])("%s", (room) => {
  test.each(files.filter((file) => roomOf(file) === room).map((file) => [relative(source, file), file]))(
    "%s needs nothing of Node.js, so that the page can use it",
    (_, file) => {
      expect(importsOf(file).filter((name) => name.startsWith("node:"))).toEqual([]);
      expect(readFileSync(file, "utf8")).not.toMatch(/\bprocess\.|\bBuffer\b|\bimport\(|\brequire\(/);
    },
  );
});

test("a room imports only from itself and from the rooms above it", () => {
  const inRooms = files.filter((file) => rooms.includes(roomOf(file)));
  const breaches = inRooms.flatMap((file) =>
    importsOf(file)
      .filter((name) => name.startsWith("."))
      .map((name) => roomOf(resolve(dirname(file), name)))
      .filter((room) => rooms.includes(room) && rooms.indexOf(room) > rooms.indexOf(roomOf(file)))
      .map((room) => `${relative(source, file)} imports from ${room}`),
  );
  expect(breaches).toEqual([]);
});

test("no file is outside the rooms but the program's entry and the list of errors", () => {
  const outside = files
    .map((file) => relative(source, file))
    .filter((file) => !rooms.includes(roomOf(join(source, file))));
  expect(outside.sort()).toEqual([errors, entry]);
});

test("the list of errors, which every room imports, takes nothing but types from them", () => {
  expect(importsOf(join(source, errors), { types: false })).toEqual([]);
});

test("one file alone lets the library read ASN.1, which would else also read what octet strings hold", () => {
  const readers = files.filter((file) =>
    /\bAsnConvert\.parse|\bAsnParser\b|\bfromBER\b/.test(readFileSync(file, "utf8")),
  );
  expect(readers.map((file) => relative(source, file))).toEqual([join("signing", "asn1.ts")]);
});

test("the program starts with a few packages alone: what reads tables, keys and certificates is loaded on demand", () => {
  const reached = new Set<string>();
  const packages = new Set<string>();
  const visit = (file: string) => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const name of importsOf(file, { types: false })) {
      if (!name.startsWith(".")) packages.add(name);
      else if (name.endsWith(".ts")) visit(resolve(dirname(file), name));
    }
  };
  visit(join(source, "cli/start.ts"));
  expect(reached.size).toBeGreaterThan(20);
  expect([...packages].sort()).toEqual([
    "@commander-js/extra-typings",
    "@noble/hashes/sha2.js",
    "@noble/hashes/utils.js",
    "handlebars/runtime",
    "node:fs",
    "node:fs/promises",
    "node:path",
  ]);
});
