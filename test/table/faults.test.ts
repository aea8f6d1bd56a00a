import { describe, expect, test } from "vitest";
import { faultsOf } from "../../src/table/faults.ts";
import { builtInTable, type OwnTable, withOwnTable } from "../../src/table/table.ts";

const system = {
  id: "home",
  name: "Home",
  version: "5.2",
  powershell: true,
  backends: ["reserved-ports" as const],
};
const product = { id: "game", name: "Game" };
const row = { ports: "7000-7001", program: "Game", products: ["game"], source: "KB 956189" };
const bundle = { id: "kit", name: "Kit", system: "home", products: ["game"] };

const faults = (own: OwnTable) =>
  faultsOf(own, builtInTable).map(({ error, path }) => `${error.code} ${path.join(".")}`);

describe("a table without a fault", () => {
  test.each<[string, OwnTable]>([
    ["is empty", {}],
    ["adds a product", { products: [product], rows: [row] }],
    ["adds a row to a built-in product", { rows: [{ ...row, products: ["ias"] }] }],
    [
      "adds a system and a bundle of it",
      { systems: [system], bundles: [bundle], products: [product], rows: [row] },
    ],
    [
      "adds a bundle of built-in products",
      { bundles: [{ ...bundle, system: "sbs-2003-premium", products: ["ias", "isa-2004"] }] },
    ],
    ["adds a system of today", { systems: [{ ...system, version: "10.0", backends: ["dns-exclusions"] }] }],
    [
      "has an id that is a source's and a product's",
      { sources: [{ id: "game" }], products: [product], rows: [row] },
    ],
    [
      "has the lowest and the highest port",
      { rows: ["1025-1025", "65535-65535"].map((ports) => ({ ...row, ports, products: ["ias"] })) },
    ],
  ])("%s", (_, own) => {
    expect(faults(own)).toEqual([]);
  });
});

describe("a fault is told with the way to it", () => {
  test.each<[string, OwnTable, string[]]>([
    ["a product's id is built in", { products: [{ ...product, id: "ias" }] }, ["id-taken products.0.id"]],
    [
      "a bundle's id is a product's",
      { products: [product], bundles: [{ ...bundle, id: "game" }] },
      ["id-taken bundles.0.id"],
    ],
    ["a system is there twice", { systems: [system, system] }, ["id-taken systems.1.id"]],
    ["a source is built in", { sources: [{ id: "KB 956189" }] }, ["id-taken sources.0.id"]],
    [
      "a row is for no product",
      { rows: [{ ...row, products: ["ias", "frob"] }] },
      ["unknown-reference rows.0.products.1"],
    ],
    [
      "a row is for a bundle",
      { rows: [{ ...row, products: ["all"] }] },
      ["unknown-reference rows.0.products.0"],
    ],
    [
      "a row has no such source",
      { rows: [{ ...row, products: ["ias"], source: "x" }] },
      ["unknown-reference rows.0.source"],
    ],
    [
      "a product has no such system",
      { products: [{ ...product, systems: ["x"] }], rows: [row] },
      ["unknown-reference products.0.systems.0"],
    ],
    [
      "a bundle has no such system",
      { bundles: [{ ...bundle, system: "x", products: ["ias"] }] },
      ["unknown-reference bundles.0.system"],
    ],
    [
      "a bundle holds a bundle",
      { bundles: [{ ...bundle, system: "sbs-2000", products: ["all"] }] },
      ["unknown-reference bundles.0.products.0"],
    ],
    [
      "ports begin below the pools",
      { rows: [{ ...row, products: ["ias"], ports: "1024-1030" }] },
      ["port-below-pool rows.0.ports"],
    ],
    [
      "ports go too high",
      { rows: [{ ...row, products: ["ias"], ports: "65000-65536" }] },
      ["port-too-high rows.0.ports"],
    ],
    ["a product has no row", { products: [product] }, ["product-without-rows products.0.id"]],
    [
      "a bundle's product cannot be there",
      { bundles: [{ ...bundle, system: "sbs-2003-standard", products: ["ias", "isa-2004"] }] },
      ["product-not-in-bundle bundles.0.products.1"],
    ],
    [
      "a new system is to read ReservedPorts",
      { systems: [{ ...system, version: "6.0" }] },
      ["system-too-new systems.0.backends.0"],
    ],
    [
      "several, of which the ids come first",
      { products: [{ ...product, id: "ias" }, product], rows: [{ ...row, ports: "1-2" }] },
      ["id-taken products.0.id"],
    ],
    [
      "several of a kind",
      {
        rows: [
          { ...row, ports: "1-2" },
          { ...row, ports: "2-1", products: ["ias"] },
        ],
      },
      ["unknown-reference rows.0.products.0", "port-below-pool rows.0.ports", "port-reversed rows.1.ports"],
    ],
  ])("%s", (_, own, wanted) => {
    expect(faults(own)).toEqual(wanted);
  });
});

test("a table with an own one is both, the built-in part first and unchanged", () => {
  const own = {
    sources: [{ id: "x" }],
    systems: [system],
    products: [product],
    bundles: [bundle],
    rows: [row],
  };
  const before = structuredClone(builtInTable);
  const whole = withOwnTable(builtInTable, own);
  for (const list of ["sources", "systems", "products", "bundles", "rows"] as const) {
    expect(whole[list]).toEqual([...builtInTable[list], ...own[list]]);
  }
  expect(builtInTable).toEqual(before);
  expect(withOwnTable(builtInTable)).toEqual(builtInTable);
});
