import { expect } from "vitest";
import { expectTidy, type Story } from "./kills.ts";
import { freshMachine, readList } from "./machine.ts";
import { run, runUnchanged } from "./run.ts";

export const original = ["3343-3343", "1812-1812"];
export const applied = ["1645-1646", "1701-1701", "1812-1813", "2883-2883", "3343-3343", "4500-4500"];

export const apply: Story = {
  title: "Apply",
  prepare: () => freshMachine(original),
  args: "",
  from: original,
  to: applied,
  exitCode: 3010,
};

/** The same for the DNS Server's list, with the restart of the DNS Server. */
export const applyAndRestartDns: Story = {
  ...apply,
  title: "Apply -RestartDns IfNeeded",
  args: "-RestartDns IfNeeded",
  exitCode: 0,
};

export const applyAndRestart: Story = {
  ...apply,
  title: "Apply -Reboot IfNeeded",
  args: "-Reboot IfNeeded",
  exitCode: 1641,
};

/** What must hold once a run has ended well after an Apply that was killed, and how it is undone. */
export async function expectApplied(story: Story): Promise<void> {
  expect(await readList()).toEqual(applied);
  await expectTidy(story);
  expect((await runUnchanged(story.args)).result).toMatchObject({ state: "compliant", exitCode: 3010 });
  expect((await run("-Action Restore")).result).toMatchObject({ state: "restored", exitCode: 0 });
  expect(await readList()).toEqual(original);
}
