import { expect, test } from "vitest";
import { builtInTable } from "../../../src/table/table.ts";
import { portkeep } from "../console.ts";

test("the conflict table as text", async () => {
  const { code, stdout, stderr } = await portkeep(["products"]);
  expect(stdout).toMatchSnapshot();
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

test("the text names every id of the table", async () => {
  const { stdout } = await portkeep(["products"]);
  const { products, bundles, systems, sources } = builtInTable;
  for (const { id } of [...products, ...bundles, ...systems, ...sources]) expect(stdout).toContain(id);
});

test.each([["products"], ["explain", "1-65535"], ["render", "--product", "all,nps,wds", "--dry-run"]])(
  "in Dutch, no class, condition or note is in English: %s",
  async (...argv) => {
    const { code, stdout } = await portkeep([...argv, "--locale", "nl"]);
    expect(code).toBe(0);
    for (const { class: kind = "documented", condition, note } of builtInTable.rows) {
      for (const english of [` ${kind} `, condition, note])
        if (english) expect(stdout).not.toContain(english);
    }
  },
);

test("no line of the text ends in blanks", async () => {
  expect((await portkeep(["products"])).stdout).not.toMatch(/[ \t]$/m);
});

test("the conflict table as JSON", async () => {
  const { code, stdout, stderr } = await portkeep(["products", "--json"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const { schema, command, products, ...rest } = JSON.parse(stdout);
  expect({ schema, command }).toEqual({ schema: 1, command: "products" });
  expect(Object.keys(rest)).toEqual(["bundles", "systems", "sources"]);
  expect(products[3]).toEqual({
    id: "isa-2000",
    name: "Internet Security and Acceleration Server 2000",
    systems: ["sbs-2000", "sbs-2003-premium"],
    backends: ["reserved-ports"],
    rows: [
      {
        ports: "1745-1745",
        program: "ISA Server",
        protocol: "udp",
        class: "documented",
        condition: "ISA Server 2000 or ISA Server 2004",
        note: expect.stringContaining("TCP"),
        source: "KB 956189",
      },
      {
        ports: "3500-3619",
        program: "ISA Server",
        protocol: "udp",
        class: "documented",
        condition: "ISA Server 2000 only",
        note: null,
        source: "KB 956189",
      },
    ],
  });
});

test("every product has the same keys, in the same order", async () => {
  const { products } = JSON.parse((await portkeep(["products", "--json"])).stdout);
  for (const product of products) {
    expect(Object.keys(product)).toEqual(["id", "name", "systems", "backends", "rows"]);
    for (const row of product.rows) {
      expect(Object.keys(row)).toEqual([
        "ports",
        "program",
        "protocol",
        "class",
        "condition",
        "note",
        "source",
      ]);
    }
  }
});

test("the conflict table in Dutch has its heads in Dutch, and the same entries", async () => {
  const english = (await portkeep(["products"])).stdout.split("\n");
  const dutch = (await portkeep(["products", "--locale", "nl"])).stdout.split("\n");
  const isHead = (line: string) => /^[A-Z ]+$/.test(line) && line !== "";
  expect(dutch.filter(isHead).map((line) => line.replace(/ +/g, " "))).toEqual([
    "ID PRODUCT POORTEN PROTOCOL KLASSE VOORWAARDE BRON BACKEND",
    "BUNDEL VOOR SYSTEEM PRODUCTEN",
    "SYSTEEM NAAM",
  ]);
  // Its first columns: ids, names, ports; the others are words, or stand further to the right.
  const entries = (lines: string[]) =>
    lines.map((line) => /^[a-z\d-]+ {2,}\S.*?(?: {2,}\d+-\d+)?(?= {2,}|$)/.exec(line)?.[0]).filter(Boolean);
  expect(entries(dutch)).toEqual(entries(english));
  expect(entries(english).length).toBeGreaterThan(builtInTable.products.length + builtInTable.systems.length);
});
