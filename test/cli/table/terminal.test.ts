import { describe, expect, test } from "vitest";
import { builtInTable } from "../../../src/table/table.ts";
import { portkeep } from "../console.ts";

/** Gives what a command prints on a terminal of a width. */
const onTerminal = async (columns: number, ...argv: string[]) =>
  (await portkeep(argv, undefined, "", { columns })).stdout;

const longLines = (text: string, columns: number) => text.split("\n").filter((line) => line.length > columns);

/** Says whether a line has three columns or more: such a one cannot be read where the terminal breaks it. */
const isOfTable = (line: string) => /\S {2,}\S.* {2,}\S/.test(line);

describe.each([80, 120])("on a terminal of %i columns", (columns) => {
  test.each([
    ["products"],
    ["explain 1745"],
    ["explain 61000-61010"],
    ["render --product all --os sbs-2003-premium --dry-run"],
  ])("no line of a table in %s is longer", async (line) => {
    const text = await onTerminal(columns, ...line.split(" "));
    expect(longLines(text, columns).filter(isOfTable)).toEqual([]);
  });

  test("products still names every product, with its ports", async () => {
    const text = await onTerminal(columns, "products");
    for (const { id, name } of builtInTable.products) expect(`\n${text}`).toContain(`\n${id}\n  ${name}\n`);
    for (const { ports } of builtInTable.rows) expect(text).toContain(`\n  ${ports}  UDP  `);
  });

  test.each([[[]], [["render"]], [["build"]]])(
    "no line of the help of %j is longer than it, or 100",
    async (page) => {
      const text = await onTerminal(columns, ...page, "--help");
      const [, ...parts] = text.split("\n\n");
      expect(longLines(parts.join("\n"), Math.min(columns, 100))).toEqual([]);
    },
  );
});

test("nor is what render says beside its file", async () => {
  const argv = ["render", "--product", "all", "--os", "sbs-2003-premium", "-o", "a.ps1"];
  const { stderr } = await portkeep(argv, undefined, "", { columns: 100 });
  expect(stderr).toContain("\nPORTS      1645-1646\n");
  expect(longLines(stderr, 100).filter(isOfTable)).toEqual([]);
});

test.each([["products"], ["explain 1745"]])(
  "on one that is wide enough, %s is the table of a pipe",
  async (line) => {
    const argv = line.split(" ");
    expect(await onTerminal(300, ...argv)).toBe((await portkeep(argv)).stdout);
  },
);

test("a row that does not fit is a block: its cells one below the other, but for the empty ones", async () => {
  expect(await onTerminal(60, "explain", "4500")).toContain(
    `PORTS      4500-4500
NEEDED BY  IPSEC
PRODUCT    IPSec NAT traversal (ipsec)
PROTOCOL   UDP
CLASS      documented
SOURCE     KB 956189
`,
  );
});
