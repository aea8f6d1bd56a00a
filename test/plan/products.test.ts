import { describe, expect, test } from "vitest";
import { checkProducts, expandProducts } from "../../src/plan/products.ts";
import { findSystem } from "../../src/table/lookup.ts";
import { builtInTable as table } from "../../src/table/table.ts";

describe("expandProducts", () => {
  test.each<[string[], string[]]>([
    [[], []],
    [
      ["l2tp", "ias"],
      ["ias", "l2tp"],
    ],
    [["ias", "ias"], ["ias"]],
    [["sbs-2003-standard"], ["autd", "ias", "ipsec", "l2tp"]],
    [
      ["sbs-2003-standard", "ias"],
      ["autd", "ias", "ipsec", "l2tp"],
    ],
    [["all"], ["autd", "h323-gatekeeper", "ias", "ipsec", "isa-2000", "isa-2004", "l2tp"]],
  ])("%j means %j", (ids, wanted) => {
    expect(expandProducts(ids, table)).toEqual(wanted);
  });

  test.each(["IAS", "isa", "ias ", "", "sbs-2003-premium", "windows-server-2003", "__proto__"])(
    "%j is refused, and the known ids are told",
    (id) => {
      const attempt = () => expandProducts(["ias", id], table);
      expect(attempt).toThrow(expect.objectContaining({ code: "unknown-product" }));
      expect(attempt).toThrow(
        expect.objectContaining({ facts: { id, known: expect.arrayContaining(["ias", "autd", "all"]) } }),
      );
    },
  );
});

describe("checkProducts", () => {
  const check = (product: string, os: string | null) => {
    const system = os === null ? null : (findSystem(table, os) ?? null);
    return () => checkProducts([product], system, table);
  };

  const isa2000 = ["sbs-2000", "sbs-2003-premium"];
  const allowed: Record<string, string[]> = {
    "isa-2000": isa2000,
    "h323-gatekeeper": isa2000,
    "isa-2004": ["sbs-2003-premium"],
  };

  const everyPair = table.products.flatMap(({ id }) =>
    [null, ...table.systems.map((s) => s.id)].map((os) => [id, os]),
  );

  test.each(everyPair as [string, string | null][])("%s on %s", (product, os) => {
    const systems = allowed[product];
    if (!systems || systems.includes(os ?? "")) expect(check(product, os)).not.toThrow();
    else expect(check(product, os)).toThrow(expect.objectContaining({ code: "product-not-on-system" }));
  });

  test("the refusal tells where the product can be", () => {
    expect(check("isa-2000", "sbs-2003-standard")).toThrow(
      expect.objectContaining({
        facts: {
          product: "isa-2000",
          name: "Internet Security and Acceleration Server 2000",
          system: "Windows Small Business Server 2003 Standard Edition",
          allowed: [
            { id: "sbs-2000", name: "Small Business Server 2000", powershell: false },
            {
              id: "sbs-2003-premium",
              name: "Windows Small Business Server 2003 Premium Edition",
              powershell: true,
            },
          ],
        },
      }),
    );
  });
});
