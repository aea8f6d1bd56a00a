import { expect, test } from "vitest";
import { findBundle, findProduct, findSystem, rowsFor } from "../../src/table/lookup.ts";
import { builtInTable as table } from "../../src/table/table.ts";

test("finds an entry by its id, in its own kind alone", () => {
  expect(findProduct(table, "autd")?.name).toBe("Exchange ActiveSync always-up-to-date notifications");
  expect(findProduct(table, "all")).toBeUndefined();
  expect(findBundle(table, "sbs-2003-standard")?.system).toBe("sbs-2003-standard");
  expect(findBundle(table, "ias")).toBeUndefined();
  expect(findSystem(table, "windows-server-2003")?.name).toBe("Windows Server 2003");
  expect(findSystem(table, "Windows-Server-2003")).toBeUndefined();
});

test.each(["constructor", "__proto__", "toString", ""])("finds nothing under %j", (id) => {
  expect(findProduct(table, id)).toBeUndefined();
  expect(findBundle(table, id)).toBeUndefined();
  expect(findSystem(table, id)).toBeUndefined();
});

test.each<[string[], string[]]>([
  [[], []],
  [["ias"], ["1645-1646", "1812-1813"]],
  [["isa-2000"], ["1745-1745", "3500-3619"]],
  [["isa-2004"], ["1745-1745"]],
  [
    ["isa-2004", "isa-2000"],
    ["1745-1745", "3500-3619"],
  ],
  [
    ["ipsec", "l2tp"],
    ["1701-1701", "4500-4500"],
  ],
  [["unheard-of"], []],
])("the rows for %j are %j, each once, in the table's order", (products, ports) => {
  expect(rowsFor(table, products).map((row) => row.ports)).toEqual(ports);
});
