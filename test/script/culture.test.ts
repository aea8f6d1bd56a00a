import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runScript } from "../rig/run.ts";
import { journalFiles, readRecord } from "./journal.ts";
import { freshMachine, pretendRestart, readList, storePath } from "./machine.ts";
import { run, runUnchanged } from "./run.ts";

const cultures = ["en-US", "th-TH", "ar-SA", "fa-IR", "tr-TR", "nl-NL"];
const before = ["I", "i", "01-2", "\u0661-\u0662", "50000-50010", "3343-3343"];

/** What the culture itself does to numbers and dates, to know that it is in force. */
const sample = "'{0:N1} {1:d}' -f 1234.5, [System.DateTime]'2026-11-23'";

describe.each(cultures)("in the culture %s", (culture) => {
  it("registry and journal get the same bytes", async () => {
    expect(await cycle(culture)).toEqual(await cycle("en-US"));
  });

  it("times are those of the common calendar", async () => {
    await freshMachine([]);
    const { result } = await run("-Reboot IfNeeded", { culture });
    expect(result).toMatchObject({ exitCode: 1641 });
    const { restart = "" } = readRecord();
    expect(Math.abs(Date.parse(`${restart}Z`) - Date.now())).toBeLessThan(60_000);
    const year = String(new Date().getUTCFullYear());
    expect(result.backup).toMatch(new RegExp(`-${year}[0-9]{4}-[0-9]{9}\\.reg$`));
    expect(readFileSync(storePath("portkeep.log"), "utf8")).toContain(restart.slice(0, 10));
  });

  it("words of parameters are still known", async () => {
    await freshMachine([]);
    const { result } = await runUnchanged("-action WHATIF -reboot ifneeded", { culture });
    expect(result).toMatchObject({ exitCode: 87 });
    const good = await run("-action APPLY -reboot IFNEEDED -restartdns ifneeded", { culture });
    expect(good.result).toMatchObject({ exitCode: 1641 });
  });
});

it("the rig's cultures differ", async () => {
  const outputs = await Promise.all(
    cultures.map(async (culture) => (await runScript(sample, { culture })).stdout),
  );
  expect(new Set(outputs).size).toBe(cultures.length);
});

async function cycle(culture: string): Promise<object> {
  await freshMachine(before);
  await run("", { culture });
  const applied = await readList();
  await pretendRestart();
  await run("-Action Restore", { culture });
  return {
    applied,
    restored: await readList(),
    journal: journalFiles().map((file) => readFileSync(file, "latin1")),
  };
}
