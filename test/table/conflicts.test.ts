import { describe, expect, test } from "vitest";
import { z } from "zod";
import { parseRange } from "../../src/ports/range.ts";
import { ownTableSchema, tableSchema } from "../../src/table/schema.ts";
import { builtInTable } from "../../src/table/table.ts";

const { sources, systems, products, bundles, rows } = builtInTable;
const idsOf = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);

test("the built-in table has the form that its schema asks for", () => {
  expect(tableSchema.parse(builtInTable)).toEqual(builtInTable);
});

test("the built-in sources tell all that there is to tell", () => {
  for (const source of sources) {
    expect(Object.keys(source)).toEqual(expect.arrayContaining(["id", "title", "publisher", "url"]));
  }
});

test.each([
  ["conflicts", tableSchema],
  ["own-table", ownTableSchema],
])(
  "the JSON Schema for editors is the one that the code gives (vitest -u renews it): %s",
  async (name, schema) => {
    const text = `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`../../src/table/${name}.schema.json`);
  },
);

test("its first rows are those of the article, in the article's order", () => {
  const article = `
    1645-1646 IAS
    1701-1701 L2TP
    1718-1719 H.323 Gatekeeper
    1745-1745 ISA Server
    1812-1813 IAS
    2883-2883 AUTD
    3500-3619 ISA Server
    4500-4500 IPSEC`;
  const lines = rows.slice(0, 8).map(({ ports, program }) => `${ports} ${program}`);
  expect(lines).toEqual(article.trim().split(/\n\s*/));
});

test("the rows that the article ties to ISA Server say so", () => {
  expect(rows.filter(({ source }) => source === "KB 956189")).toEqual(rows.slice(0, 8));
  const conditions = rows.flatMap(({ ports, condition }) => (condition ? [[ports, condition]] : []));
  expect(conditions).toEqual([
    ["1718-1719", "ISA Server 2000 only"],
    ["1745-1745", "ISA Server 2000 or ISA Server 2004"],
    ["3500-3619", "ISA Server 2000 only"],
  ]);
});

test("its ids are those of the contract", () => {
  expect(idsOf(products)).toEqual([
    "ias",
    "l2tp",
    "h323-gatekeeper",
    "isa-2000",
    "isa-2004",
    "autd",
    "ipsec",
    "nps",
    "wds",
    "configmgr-multicast",
    "bigfix",
    "wireguard",
    "netbird",
    "admpwd-e",
    "sql-browser",
    "msmq",
    "failover-cluster",
    "ssdp",
    "madcap",
    "branchcache",
    "windows-media",
    "sms-remote",
    "kaspersky-agent",
  ]);
  expect(idsOf(bundles)).toEqual([
    "sbs-2000",
    "sbs-2003-standard",
    "sbs-2003-premium-isa-2000",
    "sbs-2003-premium-isa-2004",
    "all",
  ]);
  expect(idsOf(systems)).toEqual([
    "windows-2000-server",
    "windows-server-2003",
    "sbs-2000",
    "sbs-2003-standard",
    "sbs-2003-premium",
    "windows-server-2008",
    "windows-server-2008-r2",
    "windows-server-2012",
    "windows-server-2012-r2",
    "windows-server-2016",
    "windows-server-2019",
    "windows-server-2022",
    "windows-server-2025",
  ]);
});

describe("what refers to something refers to what is there", () => {
  test("no id is used twice, nor for a product and a bundle", () => {
    for (const ids of [idsOf(sources), idsOf(systems), [...idsOf(products), ...idsOf(bundles)]]) {
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test.each(rows)("row $ports", ({ ports, products: needed, source }) => {
    const { low, high } = parseRange(ports);
    expect(`${low}-${high}`).toBe(ports);
    expect(low).toBeGreaterThanOrEqual(1025);
    expect(idsOf(products)).toEqual(expect.arrayContaining(needed));
    expect(idsOf(sources)).toContain(source);
  });

  test.each(products)("product $id", ({ id, systems: allowed = [] }) => {
    expect(idsOf(systems)).toEqual(expect.arrayContaining(allowed));
    expect(rows.some((row) => row.products.includes(id))).toBe(true);
  });

  test.each(bundles)("bundle $id holds products that its system can have", ({ system, products: held }) => {
    expect(idsOf(systems)).toContain(system);
    for (const id of held) {
      const product = products.find((entry) => entry.id === id);
      expect(product?.systems ?? [system]).toContain(system);
    }
  });
});

test("the bundle `all` is every product of the article", () => {
  const article = products.filter(({ id }) =>
    rows.some((row) => row.source === "KB 956189" && row.products.includes(id)),
  );
  expect(bundles.find(({ id }) => id === "all")?.products).toEqual(idsOf(article));
});

test("a row that is no documented conflict lies in the range of today's Windows, or says that it was moved", () => {
  for (const { ports, class: kind = "documented" } of rows) {
    const { low } = parseRange(ports);
    if (kind !== "documented")
      expect([ports, kind]).toEqual([ports, low < 49152 ? "moved-range" : "default-range"]);
  }
});

test("Microsoft's list of the ports of its services documents no conflict", () => {
  const listed = rows.filter(({ source }) => source === "KB 832017");
  expect(listed.length).toBeGreaterThan(10);
  expect([...new Set(listed.map((row) => row.class))]).toEqual(["moved-range"]);
});

test("ISA Server is for Small Business Server alone", () => {
  const gated = products.flatMap(({ id, systems: allowed }) => (allowed ? [[id, allowed]] : []));
  expect(gated).toEqual([
    ["h323-gatekeeper", ["sbs-2000", "sbs-2003-premium"]],
    ["isa-2000", ["sbs-2000", "sbs-2003-premium"]],
    ["isa-2004", ["sbs-2003-premium"]],
  ]);
});

test("ReservedPorts counts up to Server 2003, and nothing is known for Server 2008", () => {
  const reading = systems.filter(({ backends }) => backends.includes("reserved-ports"));
  expect(idsOf(reading)).toEqual([
    "windows-2000-server",
    "windows-server-2003",
    "sbs-2000",
    "sbs-2003-standard",
    "sbs-2003-premium",
  ]);
  expect(idsOf(systems.filter(({ backends }) => backends.length === 0))).toEqual(["windows-server-2008"]);
});

test("only the Windows 2000 systems have no PowerShell", () => {
  expect(idsOf(systems.filter(({ powershell }) => !powershell))).toEqual(["windows-2000-server", "sbs-2000"]);
});

test("a system's version decides what reads ReservedPorts: Windows before 6.0", () => {
  for (const { version, backends } of systems) {
    expect(backends.includes("reserved-ports")).toBe(Number(version) < 6);
  }
});

test.each([
  ["sbs-2000", "5.0"],
  ["sbs-2003-premium", "5.2"],
  ["windows-server-2008", "6.0"],
  ["windows-server-2008-r2", "6.1"],
  ["windows-server-2012", "6.2"],
  ["windows-server-2012-r2", "6.3"],
  ["windows-server-2025", "10.0"],
])("%s is Windows %s", (id, version) => {
  expect(systems.find((system) => system.id === id)?.version).toBe(version);
});
