import { expect, test } from "vitest";
import { checkBuiltIn } from "../../build/check-built-in.ts";
import conflicts from "../../src/table/conflicts.json";

test("the table as it is can be built", () => {
  expect(checkBuiltIn(conflicts)).toBeUndefined();
});

const row = { ports: "6162-6163", program: "Veeam", products: ["veeam"], source: "KB 832017" };

test.each<[string, object, RegExp]>([
  ["a product that is not there", { products: ["veem"] }, /rows\.\d+\.products\.0: .*"veem"/],
  ["a class that is none", { class: "moved" }, /at rows\[\d+\]\.class/],
  ["a port without a range", { ports: "6162" }, /at rows\[\d+\]\.ports/],
  ["a source that is not there", { source: "KB 1" }, /rows\.\d+\.source: .*"KB 1"/],
  ["ports below the pool", { ports: "80-81" }, /rows\.\d+\.ports: .*80-81/],
])("a row with %s cannot, and the fault is named", (_, spoilt, told) => {
  const products = [...conflicts.products, { id: "veeam", name: "Veeam" }];
  const rows = [...conflicts.rows, { ...row, ...spoilt }];
  expect(() => checkBuiltIn({ ...conflicts, products, rows })).toThrow(told);
});

test("a product without a row cannot", () => {
  const products = [...conflicts.products, { id: "veeam", name: "Veeam" }];
  expect(() => checkBuiltIn({ ...conflicts, products })).toThrow(/products\.\d+\.id: .*veeam/);
});
