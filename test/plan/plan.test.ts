import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makePlan } from "../../src/plan/plan.ts";
import { formatRange, parseRange } from "../../src/ports/range.ts";
import { choices } from "./choices.ts";

const rangesOf = (choice: Parameters<typeof makePlan>[0]) => makePlan(choice).ranges.map(formatRange);

describe("the bundles give the article's ports", () => {
  const base = ["1645-1646", "1701-1701", "1812-1813", "4500-4500"];

  test.each<[string, string[]]>([
    ["sbs-2003-standard", [...base, "2883-2883"]],
    ["sbs-2003-premium-isa-2000", [...base, "1718-1719", "1745-1745", "2883-2883", "3500-3619"]],
    ["sbs-2003-premium-isa-2004", [...base, "1745-1745", "2883-2883"]],
    ["all", [...base, "1718-1719", "1745-1745", "2883-2883", "3500-3619"]],
  ])("%s", (bundle, wanted) => {
    expect(rangesOf({ products: [bundle] })).toEqual(wanted.toSorted());
  });
});

test("a bundle is its products on its system", () => {
  const spelt = { products: ["autd", "ias", "ipsec", "l2tp"], os: "sbs-2003-standard" };
  expect(makePlan({ products: ["sbs-2003-standard"] })).toEqual(makePlan(spelt));
});

test("own ports join the table's neighbours, and each part keeps its reason", () => {
  const plan = makePlan({ products: ["ias"], ports: ["1814=Radius proxy", "1647-1650"] });
  expect(plan.ranges).toEqual([
    {
      low: 1645,
      high: 1650,
      reasons: [
        {
          who: "IAS",
          products: ["ias"],
          source: "KB 956189",
          class: "documented",
          ports: { low: 1645, high: 1646 },
        },
        {
          who: "own port",
          products: [],
          source: "own choice",
          class: null,
          ports: { low: 1647, high: 1650 },
        },
      ],
    },
    {
      low: 1812,
      high: 1814,
      reasons: [
        {
          who: "IAS",
          products: ["ias"],
          source: "KB 956189",
          class: "documented",
          ports: { low: 1812, high: 1813 },
        },
        {
          who: "Radius proxy",
          products: [],
          source: "own choice",
          class: null,
          ports: { low: 1814, high: 1814 },
        },
      ],
    },
  ]);
});

test("without a word about it, a choice is the contract's defaults", () => {
  const { recipe, system } = makePlan({ products: ["ias"] });
  expect(system).toBeNull();
  expect(JSON.stringify(recipe)).toBe(
    '{"products":["ias"],"ports":[],"os":null,"backend":"auto","action":"Apply","reboot":"Never",' +
      '"rebootExitCode":3010,"locale":"en","newline":"crlf","allowWide":false}',
  );
});

test("what a choice says goes into the recipe", () => {
  const choice = {
    products: ["l2tp"],
    os: "windows-server-2003",
    action: "Test",
    reboot: "IfNeeded",
    rebootExitCode: 0,
    newline: "lf",
  } as const;
  expect(makePlan(choice).recipe).toMatchObject(choice);
  expect(makePlan(choice).system?.name).toBe("Windows Server 2003");
});

test("that nothing restarts the DNS Server is not in the recipe, so that its text is as it was", () => {
  const plan = makePlan({ products: ["ias"] });
  expect(makePlan({ products: ["ias"], restartDns: "Never" })).toEqual(plan);
  expect(makePlan({ products: ["ias"], restartDns: "IfNeeded" }).recipe).toEqual({
    ...plan.recipe,
    restartDns: "IfNeeded",
  });
});

test("nothing chosen is refused", () => {
  for (const choice of [{}, { products: [], ports: [] }, { os: "sbs-2003-standard" }]) {
    expect(() => makePlan(choice)).toThrow(expect.objectContaining({ code: "nothing-chosen" }));
  }
});

test("the order of the choices changes nothing", () => {
  fc.assert(
    fc.property(choices, (choice) => {
      const { products = [], ports = [], ...rest } = choice;
      const turned = { ...rest, ports: ports.toReversed(), products: products.toReversed() };
      const plan = makePlan(choice);
      expect(makePlan(turned)).toEqual(plan);
      expect(JSON.stringify(makePlan(turned))).toBe(JSON.stringify(plan));
    }),
  );
});

test("saying a thing twice changes nothing", () => {
  fc.assert(
    fc.property(choices, (choice) => {
      const { products = [], ports = [] } = choice;
      const twice = { ...choice, products: [...products, ...products], ports: [...ports, ...ports] };
      expect(makePlan(twice)).toEqual(makePlan(choice));
    }),
  );
});

test("a recipe, also one that went through JSON, gives the plan that it came from", () => {
  fc.assert(
    fc.property(choices, (choice) => {
      const plan = makePlan(choice);
      expect(makePlan(JSON.parse(JSON.stringify(plan.recipe)))).toEqual(plan);
    }),
  );
});

test("the ranges hold every port asked for and no other, and so do their reasons", () => {
  const table: Record<string, string[]> = {
    ias: ["1645-1646", "1812-1813"],
    l2tp: ["1701"],
    autd: ["2883"],
    ipsec: ["4500"],
    "sbs-2003-standard": ["1645-1646", "1812-1813", "1701", "2883", "4500"],
  };
  const portsOf = (texts: readonly string[]) =>
    new Set(
      texts
        .map(parseRange)
        .flatMap(({ low, high }) => Array.from({ length: high - low + 1 }, (_, i) => low + i)),
    );
  fc.assert(
    fc.property(choices, (choice) => {
      const own = (choice.ports ?? []).map((text) => text.replace(/=.*/, ""));
      const asked = portsOf([...own, ...(choice.products ?? []).flatMap((id) => table[id] ?? [])]);
      const { ranges } = makePlan(choice);
      expect(portsOf(ranges.map(formatRange))).toEqual(asked);
      for (const range of ranges) {
        expect(portsOf(range.reasons.map(({ ports }) => formatRange(ports)))).toEqual(
          portsOf([formatRange(range)]),
        );
      }
    }),
  );
});

test("nothing but printable ASCII is in a plan", () => {
  fc.assert(
    fc.property(choices, (choice) => {
      expect(JSON.stringify(makePlan(choice))).toMatch(/^[\x20-\x7e]*$/);
    }),
  );
});

test("an own table takes the place of the built-in one", () => {
  const table = {
    $schema: "",
    sources: [{ id: "site", title: "t", publisher: "p", date: "2026-01-01", url: "https://example.org" }],
    systems: [
      { id: "home", name: "Home", version: "5.2", powershell: true, backends: ["reserved-ports" as const] },
    ],
    products: [{ id: "game", name: "Game", systems: ["home"] }],
    bundles: [{ id: "kit", name: "Kit", system: "home", products: ["game"] }],
    rows: [
      { ports: "7000-7001", program: "GAME", products: ["game"], protocol: "udp" as const, source: "site" },
    ],
  };
  const plan = makePlan({ products: ["kit"] }, table);
  expect(plan.recipe).toMatchObject({ products: ["game"], os: "home" });
  expect(plan.ranges.map(formatRange)).toEqual(["7000-7001"]);
  expect(() => makePlan({ products: ["ias"] }, table)).toThrow(
    expect.objectContaining({ code: "unknown-product" }),
  );
});
