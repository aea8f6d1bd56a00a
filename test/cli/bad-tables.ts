import type { ErrorCode } from "../../src/errors.ts";

/** A table without a fault, in which each line can be spoilt. */
export const goodTable = `# What our own servers need.
sources:
  - id: Site handbook
    title: Ports that we use, chapter 3
products:
  - id: camera-server
    name: Camera server
    systems: [windows-server-2003, our-server]
  - id: game
    name: Game server
systems:
  - id: our-server
    name: Our own server
    version: "5.2"
    powershell: true
    backends: [reserved-ports]
bundles:
  - id: all-of-ours
    name: All that we have
    system: our-server
    products: [camera-server, game, ias]
rows:
  - ports: 7000-7009
    program: Camera recorder
    products: [camera-server]
    source: Site handbook
    condition: only with more than one camera
    note: the manual says 7000-7004
  - ports: 27015-27015
    program: Game
    products: [game, camera-server]
    protocol: udp
    source: KB 956189
`;

const spoilt = (from: string | RegExp, to: string) => {
  const text = goodTable.replace(from, () => to);
  if (text === goodTable) throw new Error(`nothing is ${from}`);
  return text;
};

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le");

/** Files that are no table, by the error that tells so. */
export const badTables: { [Code in ErrorCode]?: [title: string, content: string | Uint8Array][] } = {
  "file-empty": [
    ["nothing but a comment", "# soon\n"],
    ["a null", "null\n"],
    ["nothing but a byte order mark", "\ufeff"],
    ["nothing but a document mark", "---\n"],
  ],
  "file-too-large": [["100 MB of rows", ""]],
  "wide-text": [
    ["UTF-16", utf16(goodTable)],
    ["UTF-16, big end first", utf16(goodTable).swap16()],
  ],
  "not-utf8": [["Latin-1", Buffer.from(spoilt("recorder", "caf\u00e9"), "latin1")]],
  "control-character": [
    ["UTF-16 without its mark", utf16(goodTable).subarray(2)],
    ["a NUL", spoilt("Game server", "Game\0server")],
    ["an escape", spoilt("Game server", "Game \u001b[31m")],
  ],
  "yaml-syntax": [
    ["a tab", spoilt("  - id: game", "\t- id: game")],
    ["a line too far to the left", spoilt("    program: Game", "   program: Game")],
    ["a bracket that is left open", spoilt("[game, camera-server]", "[game, camera-server")],
    ["a quote that is left open", spoilt('"5.2"', '"5.2')],
    ["a colon in a text", spoilt("only with more", "only: with more")],
    ["a text that begins with @", spoilt("Game server", "@game")],
    ["an escape that is none", spoilt("Game server", '"C:\\games"')],
    ["two values", spoilt("ports: 7000-7009", "ports: 'a' b")],
    ["JSON with a brace too few", '{"rows": [{"ports": "1-2"}'],
  ],
  "yaml-feature": [
    ["an anchor", spoilt("- id: game", "- &game\n    id: game")],
    ["an alias", spoilt("[game, camera-server]", "[*game]")],
    ["an alias as a key", "*rows : 1\n"],
    ["a tag", spoilt("7000-7009", "!!str 7000-7009")],
    ["a tag of one's own", "!table\nrows: []\n"],
    ["a directive", `%YAML 1.1\n---\n${goodTable}`],
    ["a tag directive", `%TAG ! tag:example.org,2026:\n---\n${goodTable}`],
    ["a merge key", spoilt("    name: Game server", "    <<: {name: Game server}")],
    ["a second document", `${goodTable}---\n${goodTable}`],
    ["many doublings", `a: &a [x,x]\n${"b: &b [*a,*a]\n".repeat(100)}`],
  ],
  "too-deep": [
    ["brackets", `rows: ${"[".repeat(60_000)}`],
    ["brackets, a line each", "[\n".repeat(60_000)],
    ["braces", `rows: ${"{a: ".repeat(30_000)}`],
    ["lists in lists", "- ".repeat(60_000)],
    ["keys of keys", "? ".repeat(60_000)],
    ["maps in maps", Array.from({ length: 400 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join("")],
    ["33 levels", `rows: ${"[".repeat(33)}${"]".repeat(33)}`],
  ],
  "duplicate-key": [
    ["in a row", spoilt("    program: Game\n", "    program: Game\n    program: Other\n")],
    ["at the top", `${goodTable}rows: []\n`],
    ["in JSON", '{"rows": [], "rows": []}'],
    ["__proto__", '{"__proto__": 1, "__proto__": 2}'],
  ],
  "key-not-text": [
    ["a number", "7000: x\n"],
    ["a list", "[a]: x\n"],
    ["nothing", ": x\n"],
  ],
  "unknown-key": [
    ["a misspelt one in a row", spoilt("    program: Game", "    progam: Game")],
    ["a misspelt list", spoilt("bundles:", "bundels:")],
    ["__proto__", spoilt("    name: Game server", "    name: Game server\n    __proto__: {systems: [x]}")],
    ["constructor", spoilt("    name: Game server", "    name: Game server\n    constructor: x")],
    ["of bidirectional text", '{"\\u202erows": []}'],
  ],
  "missing-key": [
    ["a row's source", spoilt("    protocol: udp\n    source: KB 956189\n", "    protocol: udp\n")],
    ["a product's name", spoilt("    name: Game server\n", "")],
  ],
  "wrong-type": [
    ["ports as a number", spoilt("7000-7009", "7000")],
    ["a version as a number", spoilt('"5.2"', "5.2")],
    ["a huge number", spoilt("7000-7009", "1e999")],
    ["a very long number", spoilt("7000-7009", "9".repeat(10_000))],
    ["a text for a list", spoilt("[camera-server]", "camera-server")],
    ["a list for a map", "rows: [[7000-7009]]\n"],
    ["a text for yes or no", spoilt("powershell: true", "powershell: sometimes")],
    ["nothing for a list", "rows:\n"],
    ["a list for all", "- ports: 7000-7009\n"],
    ["a text for all", "portkeep\n"],
  ],
  "wrong-form": [
    ["an id with a capital", spoilt("- id: game", "- id: Game")],
    ["an id with a path", spoilt("- id: game", "- id: ../game")],
    ["a single port", spoilt("7000-7009", '"7000"')],
    ["ports with a blank", spoilt("7000-7009", "7000 - 7009")],
    ["a quote in a program", spoilt("program: Game", "program: Game's")],
    ["code in a program", spoilt("program: Game", "program: $(Remove-Item)")],
    ["two braces in a note", spoilt("the manual says 7000-7004", "'{{settings}}'")],
    [
      "a line break in a note",
      spoilt("    note: the manual says 7000-7004", "    note: |\n      a\n      b"),
    ],
    ["an accent in a title", spoilt("Ports that we use", "Caf\u00e9")],
    ["a date in words", spoilt("    title:", "    date: 31 July 2008\n    title:")],
    ["an address that is none", spoilt("    title:", "    url: handbook\n    title:")],
    ["an address that runs", spoilt("    title:", "    url: javascript:alert(1)\n    title:")],
    ["a version in words", spoilt('"5.2"', "five")],
  ],
  "value-not-allowed": [
    ["another protocol", spoilt("protocol: udp", "protocol: tcp")],
    ["a misspelt backend", spoilt("[reserved-ports]", "[reserved-port]")],
  ],
  "text-too-long": [
    ["a program", spoilt("program: Game", `program: ${"x".repeat(65)}`)],
    ["an id", spoilt("- id: game", `- id: ${"x".repeat(41)}`)],
    ["a note", spoilt("the manual says", "x".repeat(100_000))],
  ],
  "list-empty": [["a row for no product", spoilt("[camera-server]", "[]")]],
  "id-taken": [
    ["a built-in product", spoilt("- id: game", "- id: ias")],
    ["a built-in bundle, by a product", spoilt("- id: game", "- id: all")],
    ["a built-in source", spoilt("- id: Site handbook", "- id: KB 956189")],
    ["one's own", spoilt("- id: game", "- id: camera-server")],
    ["one's own product, by a bundle", spoilt("- id: all-of-ours", "- id: game")],
  ],
  "unknown-reference": [
    ["a row's product", spoilt("[camera-server]", "[camera-sever]")],
    ["a row's source", spoilt("source: KB 956189", "source: KB 956198")],
    ["a bundle's system", spoilt("system: our-server", "system: their-server")],
    ["a product's system", spoilt("[windows-server-2003, our-server]", "[windows-server-2030]")],
    ["a bundle in a bundle", spoilt("[camera-server, game, ias]", "[sbs-2003-standard]")],
    ["a name from within JavaScript", spoilt("[camera-server]", "[constructor]")],
  ],
  "port-below-pool": [["a row", spoilt("7000-7009", "700-709")]],
  "port-too-high": [["a row", spoilt("7000-7009", "70000-70009")]],
  "port-reversed": [["a row", spoilt("7000-7009", "7009-7000")]],
  "port-zero": [["a row", spoilt("7000-7009", "0-5")]],
  "product-without-rows": [
    ["a product that no row names", spoilt("[game, camera-server]", "[camera-server]")],
  ],
  "product-not-in-bundle": [["ISA Server in it", spoilt("[camera-server, game, ias]", "[isa-2000]")]],
  "system-too-new": [["a system of today", spoilt('"5.2"', '"10.0"')]],
};
