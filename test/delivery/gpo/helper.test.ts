import { X509Certificate } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { gpo } from "../../../src/delivery/gpo/bundle.ts";
import { gpoTrust } from "../../../src/delivery/gpo/trust-bundle.ts";
import { toUnix } from "../../rig/prefix.ts";
import { sharedHost } from "../../rig/shared.ts";
import { verifyByOsslsigncode } from "../../signing/oracles/osslsigncode.ts";
import { pki } from "../../signing/pki.ts";
import { nodesOf } from "../../signing/rig/parser.ts";
import { installTools } from "../../signing/tools.ts";
import { fileOf, textOf } from "../bundle.ts";
import { signedPackage } from "../package.ts";
import { writeWindowsFile } from "../windows-powershell.ts";
import { backupsOf } from "./backups.ts";

await Promise.all([installTools(), sharedHost("windows"), sharedHost("linux")]);
const { root, signers } = await pki();
const given = await signedPackage();
const bundles = { gpo: await gpo(given), trust: await gpoTrust(given) };
const [starter, powerShell] = backupsOf(bundles.gpo);
const helper = "Import-Policy.ps1";
const target = "OU=Servers,DC=example,DC=com";
const module = readFileSync(join(import.meta.dirname, "stand-in", "GroupPolicy.psm1"));

interface Answers {
  policy?: string;
  import?: "works" | "fails";
  status?: string;
}

/** Runs the helper of a bundle, laid out in the rig's Windows, with a stand-in for Windows' module. */
async function runHelper(
  arguments_: string,
  { policy = "", import: imports = "works", status = "Valid" }: Answers = {},
) {
  const { output, stderr } = await (await sharedHost("windows")).evaluate(
    `$env:PSModulePath = 'C:\\policy\\modules'
$env:STANDIN_POLICY, $env:STANDIN_IMPORT, $env:STANDIN_STATUS = $answers
& 'C:\\policy\\bundle\\${helper}' ${arguments_}`,
    { answers: [policy, imports, status] },
  );
  const file = toUnix("C:\\policy\\calls.txt");
  const calls = existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n") : [];
  return { said: output.join("\n"), stderr, calls };
}

function layOut(bundle: keyof typeof bundles): void {
  rmSync(toUnix("C:\\policy"), { recursive: true, force: true });
  for (const { path, bytes } of bundles[bundle]) {
    writeWindowsFile(`C:\\policy\\bundle\\${path.replaceAll("/", "\\")}`, bytes);
  }
  writeWindowsFile("C:\\policy\\modules\\GroupPolicy\\GroupPolicy.psm1", module);
  writeWindowsFile("C:\\policy\\signer.cer", new X509Certificate(signers.rsa2048.certificatePem).raw);
}

const inBackup = (path: string) => toUnix(`C:\\policy\\bundle\\backup\\${starter?.id}\\${path}`);
const created = (bundle: string) => `New-GPO '${bundle}' 'portkeep 1.2.3, settings ${given.settingsId}'`;
const policyId = "11111111-2222-3333-4444-555555555555";
const name = "Reserve UDP ports (reserve-ports)";

describe("the helper of a startup script", () => {
  beforeEach(() => layOut("gpo"));

  test.each([
    ["", starter?.id],
    ["-Variant PowerShell", powerShell?.id],
  ])("creates the policy, imports the backup, and links it, disabled: %s", async (variant, backup) => {
    const { said, stderr, calls } = await runHelper(`-Target '${target}' ${variant}`);
    expect(stderr).toBe("");
    expect(calls).toEqual([
      created(name),
      `Import-GPO ${backup} C:\\policy\\bundle\\backup ${policyId}`,
      `New-GPLink ${policyId} ${target} No`,
    ]);
    expect(said).toContain(`Set-GPLink -Guid '${policyId}' -Target '${target}' -LinkEnabled Yes`);
  });

  test("changes nothing with -WhatIf", async () => {
    const { stderr, calls } = await runHelper(`-Target '${target}' -WhatIf`);
    expect({ stderr, calls }).toEqual({ stderr: "", calls: [] });
  });

  test("takes another name", async () => {
    const { calls } = await runHelper(`-Target '${target}' -Name 'Ports'`);
    expect(calls[0]).toBe(created("Ports"));
  });

  test.each<[string, string, Answers, RegExp]>([
    ["no target", "", {}, /Target/],
    ["a target that is not there", "-Target 'OU=Nowhere'", {}, /nothing at 'OU=Nowhere'.*no such object/],
    ["a name that is taken", `-Target '${target}'`, { policy: name }, /a policy 'Reserve.*' already/],
    [
      "a signature that Windows refuses",
      `-Target '${target}'`,
      { status: "HashMismatch" },
      /So says Windows/,
    ],
    ["a variant that there is not", `-Target '${target}' -Variant Other`, {}, /Other/],
  ])("makes nothing for %s", async (_, arguments_, answers, message) => {
    const { stderr, calls } = await runHelper(arguments_, answers);
    expect(calls).toEqual([]);
    expect(stderr).toMatch(message);
  });

  test.each<[string, () => void, RegExp]>([
    [
      "a changed script",
      () => append(inBackup("DomainSysvol\\GPO\\Machine\\Scripts\\Startup\\reserve-ports.ps1")),
      /not the file that/,
    ],
    ["a changed list of settings", () => append(inBackup("Backup.xml")), /Backup\.xml is not the file that/],
    [
      "a missing file",
      () => rmSync(inBackup("DomainSysvol\\GPO\\Machine\\Scripts\\scripts.ini")),
      /scripts\.ini is missing/,
    ],
    [
      "a script that somebody else signed",
      () => writeWindowsFile("C:\\policy\\signer.cer", new X509Certificate(signers.p256.certificatePem).raw),
      /signed by somebody else: CN=Test Signer p256/,
    ],
  ])("makes nothing of %s", async (_, spoil, message) => {
    spoil();
    const { stderr, calls } = await runHelper(`-Target '${target}'`);
    expect(calls).toEqual([]);
    expect(stderr).toMatch(message);
  });

  test("says what is left behind where the import fails", async () => {
    const { stderr, calls } = await runHelper(`-Target '${target}'`, { import: "fails" });
    expect(calls).toEqual([created(name)]);
    expect(stderr).toContain(`not complete; remove it before you try again (Remove-GPO -Guid '${policyId}')`);
    expect(stderr).toContain("The import failed.");
  });
});

describe("the helper of a policy of trust", () => {
  beforeEach(() => layOut("trust"));

  test("creates the policy and imports the backup, and links it nowhere", async () => {
    const { said, stderr, calls } = await runHelper("-Name Trust");
    expect(stderr).toBe("");
    expect(calls).toEqual([
      "New-GPO 'Trust' 'portkeep 1.2.3'",
      `Import-GPO ${backupsOf(bundles.trust)[0]?.id} C:\\policy\\bundle\\backup ${policyId}`,
    ]);
    expect(said).toContain(`New-GPLink -Guid '${policyId}'`);
  });

  test("changes nothing with -WhatIf", async () => {
    expect((await runHelper("-WhatIf")).calls).toEqual([]);
  });

  test("has no target to give", async () => {
    const { stderr, calls } = await runHelper(`-Target '${target}'`);
    expect(calls).toEqual([]);
    expect(stderr).toContain("Target");
  });
});

describe.each(["gpo", "trust"] as const)("the helper of %s", (bundle) => {
  const script = fileOf(bundles[bundle], helper);

  test("is signed as the script is", async () => {
    expect((await verifyByOsslsigncode(script, { root })).ok).toBe(true);
  });

  test("has no error to PowerShell's parser, and is of ASCII and CRLF alone", async () => {
    expect((await nodesOf(script)).length).toBeGreaterThan(100);
    expect(script.toString("latin1")).toMatch(/^(?:[\t -~]*\r\n)+$/);
  });

  test("has nothing but commands of the Group Policy module and a few others, without aliases", async () => {
    const findings = await (await sharedHost("linux")).lint(textOf(bundles[bundle], helper), {
      allowedCommands: [
        ...[
          "Get-GPO",
          "Get-GPInheritance",
          "New-GPO",
          "Import-GPO",
          "New-GPLink",
          "Get-AuthenticodeSignature",
        ],
        ...["Where-Object", "Out-Null"],
      ],
      allowedTypes: [
        "string",
        "byte",
        "System.Security.Cryptography.SHA256",
        "System.BitConverter",
        "System.IO.File",
        "System.IO.Path",
      ],
    });
    // It is for Windows PowerShell 5.1, and the linter asks what 2.0 knows.
    expect(findings.map(({ text }) => text)).toEqual([
      "this requirement came with PowerShell 3.0: #requires -Version 5.1",
      "this variable came with PowerShell 3.0 or later: $PSScriptRoot",
    ]);
  });

  test("explains itself to Get-Help, with each of its parameters", () => {
    const text = script.toString();
    const [, parameters = ""] = /param\(([\s\S]*?)\r\n\)/.exec(text) ?? [];
    const named = [...parameters.matchAll(/\] \$(\w+)/g)].map(([, parameter]) => parameter);
    const explained = [...text.matchAll(/^\.PARAMETER (\w+)/gm)].map(([, parameter]) => parameter);
    expect(explained).toEqual(named);
    expect(text).toMatch(/^<#\r\n\.SYNOPSIS/);
  });
});

function append(path: string): void {
  writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.from("\r\n")]));
}
