import { describe, expect, test } from "vitest";
import { configmgr } from "../../../src/delivery/configmgr/bundle.ts";
import { sharedHost } from "../../rig/shared.ts";
import { changed } from "../../signing/oracles/samples.ts";
import { pki } from "../../signing/pki.ts";
import { fileOf, textOf } from "../bundle.ts";
import { signedPackage, unsignedPackage } from "../package.ts";
import { installWindowsPowerShell } from "../windows-powershell.ts";
import { create, type Site } from "./console.ts";

await installWindowsPowerShell();
const given = await signedPackage();
const bundle = await configmgr(given);
const signer = given.signer?.raw ?? Buffer.of();
const other = (await signedPackage(undefined, (await pki()).signers.p256)).signer?.raw ?? Buffer.of();
const name = "Reserve UDP ports (reserve-ports)";

test("it creates the Run Script and the configuration item, of the checked texts to the byte", async () => {
  const { exitCode, stderr, calls } = await create(bundle, { signer });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(calls).toEqual([
    { command: "Push-Location", given: { Path: "XYZ:\\" } },
    { command: "New-CMScript", given: { ScriptName: name, ScriptText: textOf(bundle, "reserve-ports.ps1") } },
    {
      command: "New-CMConfigurationItem",
      given: {
        Name: name,
        Description: `portkeep 1.2.3, settings ${given.settingsId}`,
        CreationType: "WindowsOS",
      },
    },
    {
      command: "Add-CMComplianceSettingScript",
      given: {
        ...{ InputObject: "the item", DataType: "String", Existence: "MustExist", Is64Bit: true },
        DiscoveryScriptText: textOf(bundle, "reserve-ports-discovery.ps1"),
      },
    },
    { command: "Pop-Location", given: {} },
  ]);
});

test("with -WhatIf it checks all, and creates nothing", async () => {
  const { exitCode, stdout, calls } = await create(bundle, { signer }, "-SiteCode XYZ -WhatIf");
  expect(exitCode).toBe(0);
  expect(stdout).toContain(`Create the script '${name}'`);
  expect(calls.map(({ command }) => command)).toEqual(["Push-Location", "Pop-Location"]);
});

test("of an unsigned script it asks for no signature", async () => {
  const unsigned = await configmgr(unsignedPackage());
  const { exitCode, calls } = await create(unsigned, { signer, status: "NotSigned" });
  expect(exitCode).toBe(0);
  expect(calls).toHaveLength(5);
});

describe("it creates nothing, and says why, where", () => {
  const script = fileOf(bundle, "reserve-ports.ps1");
  const withOther = bundle.map((file) =>
    file.path === "reserve-ports.ps1" ? { ...file, bytes: changed(script, 100) } : file,
  );
  const withoutDiscovery = bundle.filter(({ path }) => !path.includes("discovery"));

  test.each<[string, typeof bundle, Site, string, string]>([
    [
      "a script is another one",
      withOther,
      { signer },
      "XYZ",
      "is not the script that this bundle was made with",
    ],
    ["a script is missing", withoutDiscovery, { signer }, "XYZ", "is missing"],
    [
      "Windows does not accept a signature",
      bundle,
      { signer, status: "UnknownError" },
      "XYZ",
      "as the test says",
    ],
    ["another has signed", bundle, { signer: other }, "XYZ", "is signed by another"],
    ["there is no such site", bundle, { signer }, "ABC", "There is no drive ABC:"],
    ["a script has the name", bundle, { signer, taken: { script: name } }, "XYZ", "There is a script"],
    [
      "an item has the name",
      bundle,
      { signer, taken: { item: name } },
      "XYZ",
      "There is a configuration item",
    ],
  ])("%s", async (_, files, site, code, reason) => {
    const { exitCode, stdout, calls } = await create(files, site, `-SiteCode ${code}`);
    expect(exitCode).toBe(9);
    expect(stdout).toContain(reason);
    expect(calls.filter(({ command }) => /^(New|Add)-/.test(command))).toEqual([]);
  });
});

test("it has only these commands and types, and nothing later than PowerShell 2.0", async () => {
  const text = textOf(bundle, "New-Items.ps1").split("# SIG #")[0] ?? "";
  const findings = await (await sharedHost("linux")).lint(text, {
    allowedCommands: [
      ...["Get-AuthenticodeSignature", "Get-PSDrive", "Push-Location", "Pop-Location", "Out-Null"],
      ...["Get-CMScript", "New-CMScript", "Get-CMConfigurationItem", "New-CMConfigurationItem"],
      "Add-CMComplianceSettingScript",
    ],
    allowedTypes: [
      "BitConverter",
      "IO.File",
      "IO.Path",
      "Security.Cryptography.SHA256",
      "Text.Encoding",
      "string",
    ],
  });
  expect(findings).toEqual([]);
});
