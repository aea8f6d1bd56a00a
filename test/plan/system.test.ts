import { describe, expect, test } from "vitest";
import { checkFormat } from "../../src/plan/format.ts";
import { makePlan } from "../../src/plan/plan.ts";
import { settleBackend, settleSystem } from "../../src/plan/system.ts";
import { builtInTable as table } from "../../src/table/table.ts";

describe("settleSystem", () => {
  test.each<[string, string | null, string[], string | null]>([
    ["nobody names one", null, ["ias"], null],
    ["--os names it", "windows-server-2003", ["ias"], "windows-server-2003"],
    ["a bundle implies it", null, ["sbs-2003-standard"], "sbs-2003-standard"],
    ["both name the same", "sbs-2003-premium", ["all"], "sbs-2003-premium"],
    [
      "two bundles name the same",
      null,
      ["sbs-2003-premium-isa-2000", "sbs-2003-premium-isa-2004"],
      "sbs-2003-premium",
    ],
  ])("%s", (_, os, products, wanted) => {
    expect(settleSystem({ os, products }, table)?.id ?? null).toBe(wanted);
  });

  test("a bundle and --os that disagree are refused", () => {
    const claims = [
      { by: "os", system: "windows-server-2003" },
      { by: "all", system: "sbs-2003-premium" },
    ];
    expect(() => settleSystem({ os: "windows-server-2003", products: ["ias", "all"] }, table)).toThrow(
      expect.objectContaining({ code: "system-conflict", facts: { claims } }),
    );
  });

  test("two bundles that disagree are refused", () => {
    expect(() => settleSystem({ products: ["sbs-2003-standard", "all"] }, table)).toThrow(
      expect.objectContaining({ code: "system-conflict" }),
    );
  });

  test.each(["windows", "Windows-Server-2003", "all", "windows-server-2003 "])("%j is no system", (os) => {
    const attempt = () => settleSystem({ os }, table);
    expect(attempt).toThrow(expect.objectContaining({ code: "unknown-system" }));
    expect(attempt).toThrow(
      expect.objectContaining({ facts: { id: os, known: expect.arrayContaining(["windows-server-2003"]) } }),
    );
  });
});

describe.each(table.systems)("a .ps1 for $id", (system) => {
  const older = ["windows-2000-server", "sbs-2000"];
  const served = ["windows-server-2003", "sbs-2003-standard", "sbs-2003-premium"];

  test("is planned, or refused with the reason", () => {
    const attempt = () => makePlan({ products: ["ias"], os: system.id });
    const modern = /windows-server-(2008-r2|201.+|202.+)/.test(system.id);
    if (served.includes(system.id)) expect(attempt().recipe.backend).toBe("reserved-ports");
    else if (modern) expect(attempt().recipe.backend).toBe("dns-exclusions");
    else if (older.includes(system.id))
      expect(attempt).toThrow(expect.objectContaining({ code: "no-powershell" }));
    else expect(attempt).toThrow(expect.objectContaining({ code: "no-backend" }));
  });

  test("has exclusions of Windows itself where it is 2008 R2 or later, and only when asked for", () => {
    const attempt = () => makePlan({ products: ["ias"], os: system.id, backend: "os-exclusions" });
    if (Number(system.version) > 6) expect(attempt().recipe.backend).toBe("os-exclusions");
    else expect(attempt).toThrow();
  });

  test("has no ReservedPorts where Windows no longer reads it", () => {
    const attempt = () => makePlan({ products: ["ias"], os: system.id, backend: "reserved-ports" });
    if (served.includes(system.id)) expect(attempt).not.toThrow();
    else expect(attempt).toThrow();
  });
});

test("without a system, the script chooses, unless the backend is named", () => {
  expect(settleBackend("auto", null)).toBe("auto");
  expect(settleBackend(undefined, null)).toBe("auto");
  expect(settleBackend("dns-exclusions", null)).toBe("dns-exclusions");
  expect(() => checkFormat({}, null)).not.toThrow();
});

test("a refusal for want of a backend tells what would work there", () => {
  const named = { ports: ["5000"], os: "windows-server-2016", backend: "reserved-ports" } as const;
  expect(() => makePlan(named)).toThrow(
    expect.objectContaining({
      facts: {
        system: "windows-server-2016",
        name: "Windows Server 2016",
        wanted: "reserved-ports",
        backends: ["dns-exclusions", "os-exclusions"],
      },
    }),
  );
  expect(() => makePlan({ ports: ["5000"], os: "windows-server-2008" })).toThrow(
    expect.objectContaining({
      facts: { system: "windows-server-2008", name: "Windows Server 2008", wanted: "auto", backends: [] },
    }),
  );
});

test("the bundle for Small Business Server 2000 awaits the other format", () => {
  expect(() => makePlan({ products: ["sbs-2000"] })).toThrow(
    expect.objectContaining({
      code: "no-powershell",
      facts: { system: "sbs-2000", name: "Small Business Server 2000" },
    }),
  );
});
