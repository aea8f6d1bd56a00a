import { describe, expect, test } from "vitest";
import { reports as dutch } from "../../../src/cli/dutch/reports.ts";
import { reports } from "../../../src/cli/english/reports.ts";
import { nextSteps } from "../../../src/cli/render/next-steps.ts";
import type { Choice } from "../../../src/plan/choice.ts";
import { makePlan } from "../../../src/plan/plan.ts";
import { renderScript } from "../../../src/script/render.ts";
import { builtInTable } from "../../../src/table/table.ts";

function talk(choice: Choice, file = "out/a.ps1", written = true, texts = reports): string {
  return nextSteps(rendering(choice, file, written), texts);
}

function rendering(choice: Choice, file: string, written: boolean) {
  const plan = makePlan({ products: ["ias"], ...choice });
  return { plan, table: builtInTable, script: renderScript(plan, "0.0.0"), file, written, signed: null };
}

describe("what is said after a script was written", () => {
  test.each<[string, Choice]>([
    ["that applies", {}],
    ["that applies and restarts", { reboot: "IfNeeded" }],
    ["that restarts the DNS Server", { restartDns: "IfNeeded", os: "windows-server-2022" }],
    ["that tests", { action: "Test" }],
    ["that reports", { action: "Report" }],
    ["that restores", { action: "Restore" }],
    ["for a single port", { products: [], ports: ["5000"] }],
  ])("one %s", (_, choice) => {
    expect(talk(choice)).toMatchSnapshot();
    expect(talk(choice, "out/a.ps1", true, dutch)).toMatchSnapshot("in Dutch");
  });

  test("names the file without its folder, since the server has another", () => {
    expect(talk({}, "deep/down/b.ps1")).toContain("-File b.ps1\n");
    expect(talk({}, "deep/down/b.ps1")).not.toContain("-File deep");
  });

  test.each([
    ["out/my script.ps1", {}, '-File "my script.ps1"\n'],
    ["it's.ps1", {}, `-File "it's.ps1"\n`],
    ["a $b.ps1", {}, "-File 'a $b.ps1'\n"],
    ["a\u001bb.ps1", {}, '-File "a\\u001bb.ps1"\n'],
    ["my script.vbs", { products: ["sbs-2000"], format: "vbs" } as const, 'nologo "my script.vbs"\n'],
  ])("puts quotes around a name that needs them: %s", (file, choice, wanted) => {
    expect(talk(choice, file)).toContain(wanted);
  });

  test("invents a name for a script that went to standard output", () => {
    expect(talk({}, "-")).toContain("-File SCRIPT.ps1\n");
  });
});

test("a dry run names no command to run", () => {
  const text = talk({}, "out/a.ps1", false);
  expect(text).toMatch(/^Nothing was written\./);
  expect(text).not.toContain("powershell");
});

test("the script is tried out before it is applied", () => {
  const commands = talk({})
    .split("\n")
    .filter((line) => line.includes("powershell"));
  expect(commands.map((line) => line.endsWith("-Action Test"))).toEqual([true, false]);
});

describe("the policy in the commands", () => {
  const signed = { signed: true, bytes: 1, hash: "sha256", signer: null, timestamp: null } as const;
  const trusted = { ...signed, development: false };

  test.each([
    ["lets an unsigned script run", null, "Bypass", null],
    ["asks for the signature that the script has", { ...signed, development: false }, "AllSigned", null],
    ["does not ask for one that nobody trusts", { ...signed, development: true }, "Bypass", null],
    ["does not ask for one that the system cannot read", trusted, "Bypass", "windows-server-2003"],
    ["asks for SHA-1 there", { ...trusted, hash: "sha1" as const }, "AllSigned", "windows-server-2003"],
  ])("%s", (_, facts, policy, os) => {
    const text = nextSteps({ ...rendering({ os }, "a.ps1", true), signed: facts }, reports);
    const policies = [...text.matchAll(/-ExecutionPolicy (\w+)/g)].map(([, word]) => word);
    expect(policies).toEqual([policy, policy]);
  });
});

test("what there is to say of a signature takes the place of that there is none", () => {
  const text = nextSteps(rendering({}, "a.ps1", true), reports, "Signed by somebody.\n");
  expect(text).toContain("\nSigned by somebody.\n");
  expect(text).not.toContain("not signed");
});
