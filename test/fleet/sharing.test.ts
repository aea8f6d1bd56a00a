import fc from "fast-check";
import { expect, test } from "vitest";
import { makePlan } from "../../src/plan/plan.ts";
import { renderScript } from "../../src/script/render.ts";
import { build, emptyFolder, linesOf, manifestIn, sha256, sources } from "./fleet.ts";

const site = fc.record(
  {
    products: fc.array(fc.constantFrom("ias", "l2tp", "ipsec", "sbs-2003-standard", "iass"), {
      maxLength: 3,
    }),
    ports: fc.array(fc.constantFrom("5000", "5000-5001", "5001=x", "6000=two words", "99"), { maxLength: 2 }),
    os: fc.constantFrom("windows-server-2003", "sbs-2003-standard", "windows-server-2022"),
    reboot: fc.constantFrom("Never" as const, "IfNeeded" as const),
    restartDns: fc.constantFrom("Never" as const, "IfNeeded" as const),
    locale: fc.constantFrom("en" as const, "nl" as const),
  },
  { requiredKeys: ["products", "ports"] },
);
const fleet = fc.array(site, { minLength: 1, maxLength: 8 });
type Choice = typeof site extends fc.Arbitrary<infer Value> ? Value : never;

/** Gives what each site should have, one by one: its script's id, or null where nothing can serve it. */
function bruteForce(sites: readonly Choice[]): (string | null)[] {
  return sites.map((choice) => {
    try {
      return sha256(renderScript(makePlan(choice), "1.0.0").bytes);
    } catch {
      return null;
    }
  });
}

function csvOf(sites: readonly Choice[]): string {
  const rows = sites.map(({ products, ports, os = "", reboot = "", restartDns = "", locale = "" }, index) =>
    [`s${index}`, products.join(" "), ports.join(" "), os, reboot, restartDns, locale].join(","),
  );
  return ["site,products,ports,os,reboot,restartDns,locale", ...rows, ""].join("\n");
}

test.each([
  ["CSV", (sites: readonly Choice[], size: number) => sources.csv(csvOf(sites), size)],
  [
    "JSON Lines",
    (sites: readonly Choice[], size: number) =>
      sources.jsonl(linesOf(sites.map((one, index) => ({ site: `s${index}`, ...one }))), size),
  ],
])(
  "from %s, each site gets the script that it would get alone, and no script is there twice",
  async (_, read) => {
    await fc.assert(
      fc.asyncProperty(fleet, fc.integer({ min: 5, max: 500 }), async (sites, size) => {
        const folder = emptyFolder();
        const wanted = bruteForce(sites);
        const { scripts, failed } = await build(read(sites, size), { folder });
        const isGood = (id: string | null) => id !== null;
        const made = wanted.some(isGood) ? manifestIn(folder) : [];
        expect(made.map((line) => [line.site, line.script])).toEqual(
          wanted.flatMap((id, index) => (id === null ? [] : [[`s${index}`, id]])),
        );
        expect(scripts.map(({ id }) => id)).toEqual([...new Set(wanted.filter(isGood))]);
        expect(failed).toBe(wanted.filter((id) => id === null).length);
      }),
      { numRuns: 40 },
    );
  },
);
