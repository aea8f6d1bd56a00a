import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { sharedHost } from "../rig/shared.ts";
import { expectedMerge } from "./merge-oracle.ts";
import { longMergeInputs, type MergeInput, mergeInputs } from "./merge-values.ts";

// Another one finds other cases: PORTKEEP_SEED=n npx vitest run test/script/merge.test.ts
const seed = Number(process.env.PORTKEEP_SEED ?? 956_189);
const counts = { short: 20_000, long: 40 };
const batchSize = 1000;

const mergeCode = readFileSync(join(import.meta.dirname, "../../templates/logic/merge.ps1"), "utf8");

// Each result is one string, its fields and their items apart by characters that no input holds.
const batchCode = `
Set-StrictMode -Version 2.0
${mergeCode}
for ($i = 0; $i -lt $Befores.Length; $i++) {
  $merge = Merge-Ranges -Before $Befores[$i] -Wanted $Wanteds[$i]
  @($merge.MustWrite; foreach ($list in 'After', 'Missing', 'Unreadable') {
    @(@($merge[$list]).Length.ToString()) + @($merge[$list]) -join "\`u{e001}"
  }) -join "\`u{e000}"
}
`;

const inputs = [
  ...fc.sample(mergeInputs, { numRuns: counts.short, seed }),
  ...fc.sample(longMergeInputs, { numRuns: counts.long, seed }),
];
const expected = inputs.map(({ before, wanted }) => expectedMerge(before, wanted));

it(`merges as the guarantees say (seed ${seed}), ${inputs.length} times`, async () => {
  for (let start = 0; start < inputs.length; start += batchSize) {
    const merged = await merge(inputs.slice(start, start + batchSize));
    expect(merged).toEqual(expected.slice(start, start + batchSize));
  }
}, 300_000);

it("thousands of them are of each kind", () => {
  const kinds = {
    nothingToWrite: expected.filter(({ mustWrite }) => !mustWrite),
    nothingMissing: expected.filter(({ mustWrite, missing }) => mustWrite && missing.length === 0),
    missing: expected.filter(({ missing }) => missing.length > 0),
    unreadable: expected.filter(({ unreadable }) => unreadable.length > 0),
    emptyStrings: inputs.filter(({ before }) => before.includes("")),
  };
  for (const [kind, found] of Object.entries(kinds)) expect(found.length, kind).toBeGreaterThan(1000);
});

async function merge(batch: MergeInput[]): Promise<object[]> {
  const host = await sharedHost("linux");
  const { output, stderr } = await host.evaluate(batchCode, {
    Befores: batch.map(({ before }) => before),
    Wanteds: batch.map(({ wanted }) => wanted),
  });
  expect(stderr).toBe("");
  return output.map((line) => {
    const [mustWrite, ...lists] = line.split("\ue000");
    const [after, missing, unreadable] = lists.map(readItems);
    return { after, missing, unreadable, mustWrite: mustWrite === "True" };
  });
}

function readItems(text: string): string[] {
  const [count, ...items] = text.split("\ue001");
  expect(items).toHaveLength(Number(count));
  return items;
}
