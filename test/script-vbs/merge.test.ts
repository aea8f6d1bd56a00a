import { readFileSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { toUnix } from "../rig/prefix.ts";
import { expectedMerge } from "../script/merge-oracle.ts";
import { mergeInputs } from "../script/merge-values.ts";
import { placeVbs } from "./place.ts";
import { cscript } from "./run.ts";
import { standardVbs } from "./script.ts";

const seed = Number(process.env.PORTKEEP_SEED ?? 956_189);
const count = 2500;
// Characters that no input holds, between cases, lists and entries.
const [betweenCases, betweenLists, betweenEntries] = ["\ue002", "\ue001", "\ue000"];

// Instead of what a run does: each list is a case's length and then its entries.
const batch = `
Dim AllCases, OneCase, Merged
AllCases = Split(ReadFile("C:\\rig\\cases.txt", -1), ChrW(&HE002))
Dim Output
Set Output = Fso.CreateTextFile("C:\\rig\\merged.txt", True, True)
For Each OneCase In AllCases
  OneCase = Split(OneCase, ChrW(&HE001))
  Set Merged = MergeRanges(ItemsOf(OneCase(0)), ItemsOf(OneCase(1)))
  Output.Write CStr(CLng(Merged.MustWrite)) & ListText(Merged.After) & ListText(Merged.Missing) & ListText(Merged.Unreadable) & ChrW(&HE002)
Next
Output.Close
Function ItemsOf(text)
  Dim parts, items, index
  items = Array()
  parts = Split(text, ChrW(&HE000))
  For index = 1 To UBound(parts)
    Append items, parts(index)
  Next
  ItemsOf = items
End Function
Function ListText(items)
  Dim item, text
  text = ChrW(&HE001) & "n"
  For Each item In items
    text = text & ChrW(&HE000) & item
  Next
  ListText = text
End Function
`.replaceAll("\n", "\r\n");

it(`the VBScript merges as the guarantees say (seed ${seed}), ${count} times`, async () => {
  // The registry's own form keeps a NUL out of every entry.
  const inputs = fc
    .sample(mergeInputs, { numRuns: count, seed })
    .filter(({ before }) => !before.some((entry) => entry.includes("\0")));
  expect(inputs.length).toBeGreaterThan(2000);
  const text = Buffer.from(standardVbs).toString("latin1");
  const run = text.slice(text.indexOf("' ---- The run:"));
  const path = await placeVbs(standardVbs, [[run, batch]]);
  const listText = (list: readonly string[]) => `n${list.map((item) => betweenEntries + item).join("")}`;
  const cases = inputs.map(({ before, wanted }) => `${listText(before)}${betweenLists}${listText(wanted)}`);
  writeFileSync(toUnix("C:\\rig\\cases.txt"), `\ufeff${cases.join(betweenCases)}`, "utf16le");
  expect(await cscript(path)).toMatchObject({ exitCode: 0, stderr: "" });
  const merged = readFileSync(toUnix("C:\\rig\\merged.txt"), "utf16le")
    .replace(/^\ufeff/, "")
    .split(betweenCases);
  expect(merged.pop()).toBe("");
  expect(
    merged.map((line) => {
      const [mustWrite, ...lists] = line.split(betweenLists);
      const [after, missing, unreadable] = lists.map((list) => list.split(betweenEntries).slice(1));
      return { after, missing, unreadable, mustWrite: mustWrite === "-1" };
    }),
  ).toEqual(inputs.map(({ before, wanted }) => expectedMerge(before, wanted)));
}, 300_000);
