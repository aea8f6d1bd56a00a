import { describe, expect, test } from "vitest";
import { version } from "../../package.json";
import type { Index } from "../../src/page/catalog.ts";
import { outcomeOf } from "../../src/page/outcome.ts";
import { firstState, type State } from "../../src/page/state.ts";
import type { Choice } from "../../src/plan/choice.ts";
import { makePlan } from "../../src/plan/plan.ts";
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

describe("where no system was chosen, those with a ready-made script are named", () => {
  const index = indexOf({ products: ["ias"], os: "windows-server-2003" }, { products: ["nps"] });

  test.each<[string, Partial<State>, string[]]>([
    ["the one that has it", { products: ["ias"] }, ["windows-server-2003"]],
    ["none where one was chosen", { products: ["ias"], os: "sbs-2003-standard" }, []],
    ["none where no system has it", { products: ["wds"] }, []],
    ["none where it is ready-made for any", { products: ["nps"] }, []],
  ])("%s", (_, state, systems) => {
    expect(scriptOf(state, index).readyFor.map(({ id }) => id)).toEqual(systems);
  });
});

test("a system without PowerShell gets a VBScript", () => {
  expect(scriptOf({ products: ["ias"], os: "windows-2000-server" }).name).toMatch(/\.vbs$/);
});
