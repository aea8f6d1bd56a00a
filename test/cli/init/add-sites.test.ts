import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { addSites } from "../../../src/cli/init/add-sites.ts";
import { tidySite } from "../../../src/cli/init/answers.ts";
import type { Site } from "../../../src/fleet/site.ts";
import { captured, emptyFolder } from "../console.ts";
import { sitesIn } from "./sites-in.ts";

const label = fc.string({ unit: fc.constantFrom(..."aZ7 ._,()/:+-"), maxLength: 64 });
const port = fc.tuple(fc.integer({ min: 1025, max: 60_000 }), fc.nat({ max: 9 }), fc.option(label));
const ports = port.map(([low, more, text]) => {
  const range = more === 0 ? `${low}` : `${low}-${low + more}`;
  return text === null ? range : `${range}=${text}`;
});
const choice = fc.record({
  products: fc.uniqueArray(fc.constantFrom("ias", "nps", "sbs-2003-standard"), { maxLength: 3 }),
  ports: fc.array(ports, { maxLength: 4 }),
  os: fc.constantFrom("", "windows-server-2003"),
  reboot: fc.constantFrom("Never" as const, "IfNeeded" as const),
});
const someSites = fc.array(choice, { minLength: 1, maxLength: 4 });

function named(choices: readonly Omit<Site, "site">[], prefix: string): Site[] {
  return choices.map((one, index) => tidySite({ ...one, site: `${prefix}${index}` }));
}

test.each(["sites.csv", "sites.jsonl", "sites.yaml"])(
  "whatever sites are written to %s, build reads these, and what stood there stays",
  async (name) => {
    const property = fc.asyncProperty(someSites, someSites, async (first, second) => {
      const folder = emptyFolder();
      const file = join(folder, name);
      const { io } = captured(folder);
      const [old, added] = [named(first, "old"), named(second, "new")];
      await addSites(name, old, io);
      const before = readFileSync(file);
      await addSites(name, added, io);
      expect(await sitesIn(file)).toEqual([...old, ...added]);
      expect(readFileSync(file).subarray(0, before.length)).toEqual(before);
    });
    await fc.assert(property, { numRuns: 100 });
  },
);
