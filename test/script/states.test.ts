import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { restartMachine } from "../rig/shared.ts";
import { type Backend, registryBackends, reservedPorts, useBackend } from "./backend.ts";
import { freshMachine, onWindows, pretendRestart, readList } from "./machine.ts";
import { run, runUnchanged } from "./run.ts";
import { scriptFor, wanted } from "./script.ts";

type Step = "Apply" | "Restore" | "restart";

const covered = ["1025-5000"];
const settled = { exitCode: 0, rebootRequired: false, restart: "none" };
const drift = { state: "drift", exitCode: 1, rebootRequired: false, restart: "none" };

type Case = [title: string, before: string[], steps: Step[], args: string, expected: object];

const casesOf = ({ pending }: Backend): Case[] => [
  ["Apply where all is reserved", covered, [], "", { state: "compliant", ...settled }],
  ["Test where all is reserved", covered, [], "-Action Test", { state: "compliant", ...settled }],
  ["WhatIf where all is reserved", covered, [], "-WhatIf", { state: "compliant", ...settled }],
  ["Test where something is missing", [], [], "-Action Test", { ...drift, added: wanted }],
  ["WhatIf where something is missing", [], [], "-WhatIf", { ...drift, added: wanted }],
  ["Test with WhatIf", [], [], "-Action Test -WhatIf", drift],
  ["Apply where something is missing", [], [], "", { state: "changed", ...pending, added: wanted }],
  ["Apply with Force", [], [], "-Force", { state: "changed", ...pending }],
  ["Apply again before the restart", [], ["Apply"], "", { state: "compliant", ...pending }],
  ["Test before the restart", [], ["Apply"], "-Action Test", { state: "compliant", ...pending }],
  ["WhatIf before the restart", [], ["Apply"], "-WhatIf", { state: "compliant", ...pending }],
  ["Apply again after the restart", [], ["Apply", "restart"], "", { state: "compliant", ...settled }],
  ["Test after the restart", [], ["Apply", "restart"], "-Action Test", { state: "compliant", ...settled }],
  ["Restore where nothing was applied", [], [], "-Action Restore", { state: "compliant", ...settled }],
  ["Restore with WhatIf", [], ["Apply"], "-Action Restore -WhatIf", { state: "drift", exitCode: 1 }],
  ["Restore before the restart", [], ["Apply"], "-Action Restore", { state: "restored", ...settled }],
  ["Restore after it", [], ["Apply", "restart"], "-Action Restore", { state: "restored", ...pending }],
  ["Report where something is missing", [], [], "-Action Report", { ...drift, added: wanted }],
  ["Report where all is reserved", covered, [], "-Action Report", { state: "compliant", ...settled }],
  ["Report before the restart", [], ["Apply"], "-Action Report", { state: "compliant", ...pending }],
  [
    "Restore again",
    [],
    ["Apply", "restart", "Restore"],
    "-Action Restore",
    { state: "compliant", ...pending },
  ],
  [
    "Restore again after its restart",
    [],
    ["Apply", "restart", "Restore", "restart"],
    "-Action Restore",
    { state: "compliant", ...settled },
  ],
  ["Apply after Restore", [], ["Apply", "Restore"], "", { state: "changed", ...pending }],
  [
    "Apply after Restore, back to what Windows started with",
    [],
    ["Apply", "restart", "Restore"],
    "",
    { state: "changed", ...settled },
  ],
];

describe.each(registryBackends)("$id: state and exit code of", (chosen) => {
  beforeAll(() => useBackend(chosen));
  afterAll(() => useBackend(reservedPorts));

  it.each(casesOf(chosen))("%s", async (_, before, steps, args, expected) => {
    await freshMachine(before);
    for (const step of steps) await take(step);
    const changes = /changed|restored/.test(JSON.stringify(expected));
    const { result } = await (changes ? run(args) : runUnchanged(args));
    expect(result).toMatchObject(expected);
    expect(result.value).toEqual(await readList());
  });
});

it.skipIf(onWindows)("the restart is pending until Windows has really restarted", async () => {
  await freshMachine([]);
  await run();
  await restartMachine();
  expect((await runUnchanged()).result).toMatchObject({ state: "compliant", ...settled });
});

it("a script in Dutch does the same and says it in other words", async () => {
  const facts: object[] = [];
  for (const locale of ["en", "nl"] as const) {
    const script = scriptFor({ products: ["sbs-2003-standard"], locale });
    await freshMachine(["x"]);
    const runs = [];
    for (const args of ["-Action Test", "", "-Action Nothing", "-Action Restore"])
      runs.push(await run(args, { script }));
    facts.push(runs.map(({ result: { settingsId, backup, warnings, message, ...rest } }) => rest));
    facts.push(runs.map(({ result }) => result.message));
  }
  const [english, inEnglish, dutch, inDutch] = facts as [object, string[], object, string[]];
  expect(dutch).toEqual(english);
  for (const [index, message] of inDutch.entries()) expect(message).not.toBe(inEnglish[index]);
});

async function take(step: Step): Promise<void> {
  if (step === "restart") await pretendRestart();
  else await run(`-Action ${step}`);
}
