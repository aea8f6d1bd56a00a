import { beforeEach, describe, expect, it } from "vitest";
import { runScript } from "./run.ts";
import { restartMachine, sharedHost } from "./shared.ts";
import type { Kind, Value } from "./wire.ts";

const key = "HKLM\\SOFTWARE\\rig\\Test";
const utf16 = (text: string) => Buffer.from(text, "utf16le");

beforeEach(async () => {
  await (await sharedHost("windows")).registry.deleteKey("HKLM\\SOFTWARE\\rig");
});

describe("the registry", () => {
  it.each<[Kind, Value]>([
    ["String", "text"],
    ["ExpandString", "%SystemRoot%\\x"],
    ["MultiString", ["1812-1813", "", "last"]],
    ["MultiString", []],
    ["DWord", 4_294_967_295],
    ["QWord", 9_007_199_254_740_991],
    ["Binary", "AAEC"],
    ["None", "/w=="],
  ])("keeps a %s: %j", async (kind, value) => {
    const { registry } = await sharedHost("windows");
    await registry.set(key, "v", kind, value);
    expect(await registry.get(key, "v")).toEqual({ exists: true, kind, value });
  });

  it.each([
    ["well formed", "a\0b\0\0", ["a", "b"]],
    ["without its last terminator", "a\0b\0", ["a", "b"]],
    ["without any terminator", "a\0b", ["a", "b"]],
    ["with an empty string inside", "a\0\0b\0\0", ["a", "", "b"]],
    ["of nothing", "", []],
  ])("keeps the bytes of a list %s", async (_, text, list) => {
    const { registry } = await sharedHost("windows");
    await registry.setRaw(key, "v", 7, utf16(text));
    expect(await registry.getRaw(key, "v")).toEqual({
      exists: true,
      type: 7,
      base64: utf16(text).toString("base64"),
    });
    expect(await registry.get(key, "v")).toEqual({ exists: true, kind: "MultiString", value: list });
  });

  it("keeps an odd byte", async () => {
    const { registry } = await sharedHost("windows");
    const bytes = Buffer.concat([utf16("a\0"), Buffer.from([0x62])]);
    await registry.setRaw(key, "v", 7, bytes);
    expect(await registry.getRaw(key, "v")).toMatchObject({ base64: bytes.toString("base64") });
  });

  it("lists and deletes", async () => {
    const { registry } = await sharedHost("windows");
    await registry.set(key, "b", "String", "");
    await registry.set(key, "a", "String", "");
    await registry.createKey(`${key}\\Sub`);
    expect(await registry.list(key)).toEqual({ exists: true, values: ["a", "b"], subkeys: ["Sub"] });
    await registry.delete(key, "a");
    await registry.delete(key, "absent");
    expect((await registry.list(key)).values).toEqual(["b"]);
    await registry.deleteKey(key);
    await registry.deleteKey(key);
    expect(await registry.list(key)).toEqual({ exists: false, values: [], subkeys: [] });
    expect(await registry.get(key, "b")).toEqual({ exists: false });
    expect(await registry.getRaw(key, "b")).toEqual({ exists: false });
  });

  it("is the one that a script edits", async () => {
    const { registry } = await sharedHost("windows");
    await registry.set(key, "v", "MultiString", ["1-2"]);
    const { stdout } = await runScript(`
      $key = [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey('SOFTWARE\\rig\\Test', $true)
      $key.GetValue('v') -join ','
      $key.SetValue('v', [string[]]@('3-4', '5-6'), 'MultiString')`);
    expect(stdout.trim()).toBe("1-2");
    expect(await registry.get(key, "v")).toMatchObject({ value: ["3-4", "5-6"] });
  });

  it("is exported by the system's own reg.exe", async () => {
    const { registry } = await sharedHost("windows");
    await registry.set(key, "v", "String", "exported");
    const { stdout } = await runScript(`
      $start = New-Object System.Diagnostics.ProcessStartInfo ([Environment]::SystemDirectory + '\\reg.exe'), 'export HKLM\\SOFTWARE\\rig C:\\rig.reg /y'
      $start.UseShellExecute = $false
      $process = [System.Diagnostics.Process]::Start($start)
      $process.WaitForExit()
      $process.ExitCode
      [System.IO.File]::ReadAllText('C:\\rig.reg')`);
    expect(stdout).toMatch(/^0\r\n[\s\S]*"v"="exported"/);
  });

  it("outlives a restart, but for a volatile value", async () => {
    const volatile = "HKLM\\HARDWARE\\DESCRIPTION\\System";
    const first = await sharedHost("windows");
    await first.registry.set(key, "v", "DWord", 1);
    await first.registry.set(volatile, "rig", "DWord", 1);
    await first.kill();
    expect(await (await sharedHost("windows")).registry.get(volatile, "rig")).toMatchObject({ exists: true });
    await restartMachine();
    const { registry } = await sharedHost("windows");
    expect(await registry.get(volatile, "rig")).toEqual({ exists: false });
    expect(await registry.get(key, "v")).toMatchObject({ value: 1 });
  });
});

it("is absent on Linux", async () => {
  await expect((await sharedHost("linux")).registry.get(key, "v")).rejects.toThrow(/not supported/);
});
