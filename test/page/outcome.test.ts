import { describe, expect, test } from "vitest";
import { version } from "../../package.json";
import type { Index } from "../../src/page/catalog.ts";
import { outcomeOf } from "../../src/page/outcome.ts";
import { firstState, type State } from "../../src/page/state.ts";
import type { Choice } from "../../src/plan/choice.ts";
import { makePlan } from "../../src/plan/plan.ts";
import { joinRanges } from "../../src/ports/join.ts";
import { renderScript } from "../../src/script/render.ts";
import { sha256 } from "./sha256.ts";

/** A catalogue of these choices. */
function indexOf(...choices: Choice[]): Index {
  const pairs = choices.map((choice) => {
    const { bytes, settingsId } = renderScript(makePlan(choice), version);
    return [settingsId, sha256(bytes)];
  });
  return { schema: 1, version, changes: "", scripts: Object.fromEntries(pairs) };
}

function scriptOf(state: Partial<State>, index: Index | null = null) {
  const outcome = outcomeOf({ ...firstState("en"), ...state }, index);
  if (outcome.kind !== "script") throw new Error(`no script but ${outcome.kind}`);
  return outcome;
}

test.each<[string, Partial<State>, string]>([
  ["nothing", {}, "nothing"],
  ["blanks for ports", { ports: " , " }, "nothing"],
  ["a product", { products: ["ias"] }, "script"],
  ["own ports", { ports: "5000, 6000-6010=Backup" }, "script"],
  ["ports on lines of their own", { ports: "5000\n6000" }, "script"],
  ["a bad port", { ports: "80" }, "problem"],
  ["a product on the wrong system", { products: ["isa-2004"], os: "sbs-2003-standard" }, "problem"],
])("of %s comes %3$s", (_, state, kind) => {
  expect(outcomeOf({ ...firstState("en"), ...state }, null).kind).toBe(kind);
});

describe("a script is ready-made", () => {
  test("where its bytes are in the catalogue", () => {
    expect(scriptOf({ products: ["ias"] }, indexOf({ products: ["ias"] })).ready).toBe("same");
  });

  test.each<[string, Partial<State>]>([
    ["another product", { products: ["ias", "l2tp"] }],
    ["another language", { products: ["ias"], locale: "nl" }],
    ["another way of restarting", { products: ["ias"], reboot: "IfNeeded" }],
    ["own ports beside it", { products: ["ias"], ports: "5000" }],
  ])("but not with %s", (_, state) => {
    expect(scriptOf(state, indexOf({ products: ["ias"] })).ready).toBe("no");
  });

  test("but not where the catalogue has other bytes for the same choices", () => {
    const index = indexOf({ products: ["ias"] });
    for (const key of Object.keys(index.scripts)) index.scripts[key] = "0".repeat(64);
    expect(scriptOf({ products: ["ias"] }, index).ready).toBe("differs");
  });
});

describe("the script for any system takes the place of one for the chosen system", () => {
  const index = indexOf(
    { products: ["ias"] },
    { products: ["nps"] },
    { products: ["nps"], os: "windows-server-2019" },
  );

  test.each(["windows-server-2003", "windows-server-2022"])("%s, where that alone is ready-made", (os) => {
    const { general, ready, plan, name } = scriptOf({ products: ["ias"], os }, index);
    expect({ general, ready, name }).toMatchObject({
      general: true,
      ready: "same",
      name: expect.not.stringContaining(os),
    });
    expect(plan.system?.id).toBe(os);
  });

  test.each<[string, Partial<State>]>([
    ["where there is one for that system", { products: ["nps"], os: "windows-server-2019" }],
    [
      "where another way of reserving was chosen",
      { products: ["ias"], os: "windows-server-2022", backend: "os-exclusions" },
    ],
    ["where none was chosen", { products: ["ias"] }],
    ["where neither is ready-made", { products: ["wds"], os: "windows-server-2022" }],
    ["where the system has no PowerShell", { products: ["ias"], os: "windows-2000-server" }],
  ])("but not %s", (_, state) => {
    expect(scriptOf(state, index).general).toBe(false);
  });
});

describe("where there is no script for all of a choice, ready-made ones for its parts are offered", () => {
  const index = indexOf(
    { products: ["ias", "l2tp"] },
    { products: ["wds"] },
    { products: ["nps"] },
    { products: ["nps"], os: "windows-server-2019" },
  );
  const partsOf = (state: Partial<State>) =>
    scriptOf(state, index).parts.map(({ plan }) => plan.recipe.products.join());

  test("the article's products in one, and each other by itself", () => {
    expect(partsOf({ products: ["nps", "l2tp", "wds", "ias"] })).toEqual(["ias,l2tp", "nps", "wds"]);
  });

  test("for the chosen system, each that has one of its own", () => {
    const { parts } = scriptOf({ products: ["nps", "wds"], os: "windows-server-2019" }, index);
    expect(parts.map(({ general, ready, name }) => [general, ready, name])).toEqual([
      [false, "same", expect.stringMatching(/^portkeep-windows-server-2019-nps-/)],
      [true, "same", expect.stringMatching(/^portkeep-wds-/)],
    ]);
  });

  test("which reserve together what was chosen, no more and no less", () => {
    const { plan, parts } = scriptOf({ products: ["ias", "l2tp", "nps", "wds"] }, index);
    const all = parts.flatMap((part) => part.plan.ranges);
    expect(joinRanges(all)).toEqual(plan.ranges.map(({ low, high }) => ({ low, high })));
  });

  test.each<[string, Partial<State>]>([
    ["where one of them is not ready-made", { products: ["nps", "wireguard"] }],
    [
      "where the article's products are not ready-made together",
      { products: ["ias", "l2tp", "ipsec", "nps"] },
    ],
    ["with own ports, which are in none", { products: ["nps", "wds"], ports: "5000" }],
    ["with other options than theirs", { products: ["nps", "wds"], reboot: "IfNeeded" }],
    ["of a choice that is ready-made whole", { products: ["ias", "l2tp"] }],
    ["of a single product", { products: ["wireguard"] }],
  ])("but not %s", (_, state) => {
    expect(partsOf(state)).toEqual([]);
  });
});

test("a system without PowerShell gets a VBScript", () => {
  expect(scriptOf({ products: ["ias"], os: "windows-2000-server" }).name).toMatch(/\.vbs$/);
});
