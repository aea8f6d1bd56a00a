import { describe, expect, it } from "vitest";
import { freshMachine, readList, setList } from "./machine.ts";
import { expectedMerge } from "./merge-oracle.ts";
import { type Run, run } from "./run.ts";
import { wanted } from "./script.ts";

const many = (count: number, entry: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => entry(i));

const lists: [title: string, list: string[]][] = [
  ["2,000 ranges", many(2000, (i) => `${1030 + 30 * i}-${1040 + 30 * i}`)],
  ["2,000 entries that cannot be read", many(2000, (i) => `entry ${i}`)],
  ["500 characters beyond ASCII", many(500, () => "\ud83d\ude00")],
  ["control characters", many(32, (i) => `a${String.fromCharCode(i || 127)}b`)],
  ["line ends", ["\r", "\n", "\r\n", "\u0085", "\u2028", '\n{"portkeep":"9"}\n']],
  ["quotes and backslashes", ['"', '\\"', "\\", "\\\\", "\\u0041", "'", "`", '","exitCode":0,"x":"']],
  ["signs of format strings", ["{0}", "{", "}", "{{", "%s", "$(1)", "`n"]],
  ["letters that ignoring case takes for ASCII", ["\u212a", "\u0130", "\u0131", "\u017f", "x\u212ay"]],
  ["one very long entry", ["x".repeat(5000)]],
  ["one very long entry after others", ["1-2", "4-5", "\u00e9".repeat(1000)]],
  ["many long entries", many(20, (i) => `${i} ${"\u0001".repeat(100)}`)],
];

const looks = ["-Action Test", "-Action Report", "-WhatIf", "-Confirm", "-Action Nothing", "-Verbose"];

describe("the result line keeps its form in every state", () => {
  it.each(lists)("with %s", async (_, list) => {
    await freshMachine(list);
    for (const args of list.length < 1000 ? looks : []) expectCut(await run(args));
    expectCut(await run());
    await setList([...list, "somebody else's"].reverse());
    for (const args of ["-Action Restore", "-Action Restore -Force"]) expectCut(await run(args));
    expect(await readList()).toEqual(list);
  });
});

it("its value is the list that is there, cut from the end", async () => {
  const list = many(2000, (i) => `${1030 + 30 * i}-${1040 + 30 * i}`);
  const { missing } = expectedMerge(list, wanted);
  await freshMachine(list);
  const { result } = await run("-Action Test");
  expect(result).toMatchObject({
    state: "drift",
    valueCount: list.length,
    truncated: true,
    added: missing,
  });
  expect(result.value.length).toBeGreaterThan(20);
  expect(result.value).toEqual(list.slice(0, result.value.length));
  expect(result.kept).toEqual(list.slice(0, result.kept.length));
});

it("tells of every state the same facts in every run", async () => {
  await freshMachine(["1-2"]);
  const { result: first } = await run();
  const { result: second } = await run();
  const { portkeep, schema, backend, computer, settingsId } = first;
  expect(second).toMatchObject({ portkeep, schema, backend, computer, settingsId });
  expect(computer).not.toBe("");
});

function expectCut({ result }: Run): void {
  if (result.truncated) expect(JSON.stringify(result).length).toBeLessThanOrEqual(2000);
  else expect(result.value).toHaveLength(result.valueCount);
}
