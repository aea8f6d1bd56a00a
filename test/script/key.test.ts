import { beforeEach, expect, it } from "vitest";
import { sharedHost } from "../rig/shared.ts";
import { freshMachine, parametersKey, readList } from "./machine.ts";
import { run } from "./run.ts";

const readOnly = "D:(A;;KRWD;;;BA)(A;;KRWD;;;WD)";
const full = "D:(A;;KA;;;BA)(A;;KA;;;WD)";

beforeEach(() => freshMachine(["1-2"]));

it("a key that may only be read ends Apply with 5, and nothing is changed", async () => {
  await whileReadOnly(async () => {
    expect((await run()).result).toMatchObject({ state: "failed", exitCode: 5, restart: "none" });
    expect(await readList()).toEqual(["1-2"]);
  });
  expect((await run()).result).toMatchObject({ state: "changed", exitCode: 3010 });
  expect((await run("-Action Restore")).result).toMatchObject({ state: "restored", exitCode: 0 });
  expect(await readList()).toEqual(["1-2"]);
});

it("and Restore", async () => {
  await run();
  const after = await readList();
  await whileReadOnly(async () => {
    expect((await run("-Action Restore")).result).toMatchObject({ state: "failed", exitCode: 5 });
    expect(await readList()).toEqual(after);
  });
  expect((await run("-Action Restore")).result).toMatchObject({ state: "restored", exitCode: 0 });
  expect(await readList()).toEqual(["1-2"]);
});

it("a key that is not there ends every action with 1603", async () => {
  await (await sharedHost("windows")).registry.deleteKey(parametersKey);
  for (const args of ["", "-Action Test", "-Action Restore"]) {
    expect((await run(args)).result).toMatchObject({ state: "failed", exitCode: 1603 });
  }
  expect((await (await sharedHost("windows")).registry.list(parametersKey)).exists).toBe(false);
});

const setCode = `
$rights = [System.Security.AccessControl.RegistryRights]'ReadPermissions, ChangePermissions'
$key = [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey($path, 'ReadWriteSubTree', $rights)
$security = New-Object System.Security.AccessControl.RegistrySecurity
$security.SetSecurityDescriptorSddlForm($sddl, 'Access')
$key.SetAccessControl($security)
`;

async function whileReadOnly(work: () => Promise<void>): Promise<void> {
  await setPermissions(readOnly);
  try {
    await work();
  } finally {
    await setPermissions(full);
  }
}

async function setPermissions(sddl: string): Promise<void> {
  const host = await sharedHost("windows");
  const { stderr } = await host.evaluate(setCode, { path: parametersKey.replace("HKLM\\", ""), sddl });
  expect(stderr).toBe("");
}
