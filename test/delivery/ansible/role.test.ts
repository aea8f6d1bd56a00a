import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { ansible } from "../../../src/delivery/ansible/bundle.ts";
import { fileOf, textOf } from "../bundle.ts";
import { signedPackage, unsignedPackage } from "../package.ts";
import { type Machine, playOn, type Told, writeBundle } from "./stand-ins.ts";
import { installAnsible } from "./tools.ts";

await installAnsible();
const given = await signedPackage();
const bundle = await ansible(given);
const tasks: Record<string, unknown>[] = parse(textOf(bundle, "reserve_ports/tasks/main.yml"));

/** Gives a folder that holds the bundle. */
function folderOf(): string {
  const folder = mkdtempSync(join(tmpdir(), "portkeep-ansible-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeBundle(folder, bundle);
  return folder;
}

test("Ansible takes its playbook and role", async () => {
  const { stdout } = await execa("ansible-playbook", ["--syntax-check", "playbook.yml"], { cwd: folderOf() });
  expect(stdout).toContain("playbook: playbook.yml");
});

test("each module has the options that the role gives it, which Ansible's syntax check does not ask", async () => {
  const names = ["win_file", "win_copy", "win_shell", "win_reboot"].map((name) => `ansible.windows.${name}`);
  const documented = JSON.parse((await execa("ansible-doc", ["-j", ...names])).stdout);
  const used = tasks.flatMap((task) => Object.entries(task).filter(([key]) => key.startsWith("ansible.")));
  expect(used.map(([name]) => name)).toEqual(names);
  for (const [name, options] of used) {
    const given = typeof options === "object" ? Object.keys(options ?? {}) : [];
    expect(Object.keys(documented[name].doc.options)).toEqual(expect.arrayContaining(given));
  }
});

test("it copies the script as it was given", () => {
  expect(fileOf(bundle, "reserve_ports/files/reserve-ports.ps1")).toEqual(Buffer.from(given.script));
  expect(tasks[1]?.["ansible.windows.win_copy"]).toMatchObject({ src: "reserve-ports.ps1" });
});

test.each([
  ["9-ports.v2", "role_9_ports_v2"],
  ["Reserve-Ports", "reserve_ports"],
])("the script's name %s becomes the role's name %s", async (name, role) => {
  const paths = (await ansible({ ...unsignedPackage(), name })).map(({ path }) => path);
  expect(paths).toContain(`${role}/tasks/main.yml`);
});

test.each([
  ["Apply", "Never", false],
  ["Test", "IfNeeded", true],
] as const)("its defaults are what the script does: %s, %s", async (action, when, isAllowed) => {
  const restarts = { reboot: when, restartDns: when };
  const other = await ansible(unsignedPackage({ products: ["ias"], action, ...restarts }));
  expect(parse(textOf(other, "reserve_ports/defaults/main.yml"))).toEqual({
    ...{ portkeep_action: action, portkeep_reboot: isAllowed, portkeep_restart_dns: isAllowed },
    portkeep_folder: "C:\\Program Files\\portkeep",
  });
});

describe("run on machines, of which the modules are stand-ins,", () => {
  const result = (exitCode: number, state: string) =>
    `Text\r\n{"portkeep":"1.2.3","schema":1,"state":"${state}","exitCode":${exitCode},"message":"a } b"}\r\n`;
  const says = (rc: number, state: string, variables = {}): Machine => ({
    rc,
    stdout: result(rc, state),
    variables,
  });
  const machines = {
    compliant: says(0, "compliant"),
    changed: says(3010, "changed"),
    changedAndRestarted: says(3010, "changed", { portkeep_reboot: true }),
    compliantAndNotRestarted: says(0, "compliant", { portkeep_reboot: true }),
    changedForDns: says(3011, "changed", { portkeep_restart_dns: true }),
    restored: says(0, "restored", { portkeep_action: "Restore" }),
    missing: says(1, "drift", { portkeep_action: "Test" }),
    refused: says(87, "failed"),
    notApplicable: says(50, "notApplicable"),
    withoutResult: { rc: 0, stdout: "Text\r\n" },
    withoutOutput: { rc: 1, stdout: "" },
    resultCutOff: { rc: 0, stdout: '{"portkeep":"1.2.3","sche' },
    resultNotLast: { rc: 0, stdout: `${result(0, "compliant")}more\r\n` },
    otherCode: { rc: 1, stdout: result(0, "compliant") },
  };
  let told: Record<string, Told>;

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), "portkeep-ansible-"));
    writeBundle(folder, bundle);
    told = await playOn(folder, "reserve_ports", machines);
    rmSync(folder, { recursive: true, force: true });
  });

  test.each<[keyof typeof machines, Pick<Told, "failed" | "changed" | "rebooted">]>([
    ["compliant", { failed: false, changed: false, rebooted: false }],
    ["changed", { failed: false, changed: true, rebooted: false }],
    ["changedAndRestarted", { failed: false, changed: true, rebooted: true }],
    ["compliantAndNotRestarted", { failed: false, changed: false, rebooted: false }],
    ["changedForDns", { failed: false, changed: true, rebooted: false }],
    ["restored", { failed: false, changed: true, rebooted: false }],
    ["missing", { failed: false, changed: false, rebooted: false }],
    ["refused", { failed: true, changed: false, rebooted: false }],
    ["notApplicable", { failed: true, changed: false, rebooted: false }],
    ["withoutResult", { failed: true, changed: false, rebooted: false }],
    ["withoutOutput", { failed: true, changed: false, rebooted: false }],
    ["resultCutOff", { failed: true, changed: false, rebooted: false }],
    ["resultNotLast", { failed: true, changed: false, rebooted: false }],
    ["otherCode", { failed: true, changed: false, rebooted: false }],
  ])("the one that is %s is told as %j", (name, expected) => {
    expect(told[name]).toMatchObject(expected);
  });

  test("PowerShell is run on the file, by its full path, and demands a signature", () => {
    expect(told.compliant?.command).toBe(
      `& "$env:SystemRoot\\System32\\WindowsPowerShell\\v1.0\\powershell.exe" -NoProfile -NonInteractive -ExecutionPolicy AllSigned -File "C:\\Program Files\\portkeep\\reserve-ports.ps1"; exit $LASTEXITCODE`,
    );
  });

  test("what is to differ goes into the script's environment, and the restart stays Ansible's", () => {
    const usual = { PORTKEEP_REBOOT: "Never", PORTKEEP_REBOOTEXITCODE: "3010" };
    const [apply, dns, restore] = [told.compliant, told.changedForDns, told.restored].map(
      (one) => one?.environment,
    );
    expect(apply).toEqual({ ...usual, PORTKEEP_ACTION: "Apply", PORTKEEP_RESTARTDNS: "Never" });
    expect(dns).toEqual({ ...usual, PORTKEEP_ACTION: "Apply", PORTKEEP_RESTARTDNS: "IfNeeded" });
    expect(restore).toEqual({ ...usual, PORTKEEP_ACTION: "Restore", PORTKEEP_RESTARTDNS: "Never" });
  });
});
