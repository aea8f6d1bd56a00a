import { X509Certificate } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { gpo } from "../../../../src/delivery/gpo/bundle.ts";
import { gpoTrust } from "../../../../src/delivery/gpo/trust-bundle.ts";
import { gpoVbs } from "../../../../src/delivery/gpo/vbs-bundle.ts";
import type { BundleFile } from "../../../../src/delivery/package.ts";
import { verifyScript } from "../../../../src/signing/verify/verify.ts";
import { runLine } from "../../../rig/command-line.ts";
import { runScript } from "../../../rig/run.ts";
import { freshMachine, readList } from "../../../script/machine.ts";
import { wanted } from "../../../script/script.ts";
import { freshWindows2000 } from "../../../script-vbs/run.ts";
import { verifyByOsslsigncode } from "../../../signing/oracles/osslsigncode.ts";
import { pki } from "../../../signing/pki.ts";
import { installTools } from "../../../signing/tools.ts";
import { fileOf } from "../../bundle.ts";
import { signedPackage } from "../../package.ts";
import { layOut, resultOf, vbsPackage } from "../../vbs.ts";
import { backupsOf } from "../backups.ts";
import { startDomain } from "./domain.ts";
import { addComputer, inSysvol, publish, readBack, samba, unit } from "./policy.ts";

await installTools();
const { root } = await pki();
const given = await signedPackage();
const bundles = [await gpo(given), await gpoTrust(given), await gpoVbs(vbsPackage)];
const backups = bundles.flatMap(backupsOf);
const names = ["Starter", "PowerShell", "Trust", "VBScript"];

const domain = await startDomain();
afterAll(() => domain.stop());
const computer = "SRV1";
const account = `${computer}$`;
await addComputer(domain, computer);
const policies = backups.map((backup, index) => ({ ...backup, name: names[index] ?? "" }));
const published: { name: string; id: string; files: BundleFile[]; read: BundleFile[] }[] = [];
for (const { name, sysvol: files, extensions } of policies) {
  const id = await publish(domain, { name, files, extensions });
  const paths = files.map(({ path }) => path);
  const read = await readBack(domain, id, { paths, as: account });
  published.push({ name, id, files, read });
}

describe.each(published)("the policy $name in a domain", ({ name, id, files, read }) => {
  test("does nothing to a computer while its link is disabled, and counts once it is enabled", async () => {
    await samba(domain, "gpo", "setlink", unit, id, "--disable");
    expect(await samba(domain, "gpo", "list", account)).not.toContain(id);
    await samba(domain, "gpo", "dellink", unit, id);
    await samba(domain, "gpo", "setlink", unit, id);
    expect(await samba(domain, "gpo", "list", account)).toContain(`${name} ${id}`);
  });

  test("is read by the computer as it was written, byte for byte", () => {
    expect(read).toEqual(files);
  });

  test("cannot be changed by the computer", async () => {
    const said = inSysvol(domain, id, "put /etc/hostname GPT.INI", account);
    await expect(said).rejects.toThrow("NT_STATUS_ACCESS_DENIED");
  });

  test("has settings that Samba understands, in files that it backs up byte for byte", async () => {
    const folder = join(domain.folder, `backup-${name}`);
    mkdirSync(folder);
    await samba(domain, "gpo", "backup", id, `--tmpdir=${folder}`);
    for (const { path, bytes } of files) {
      const copy = join(folder, "policy", id, path);
      expect(readFileSync(`${copy}.SAMBABACKUP`).equals(bytes)).toBe(true);
      if (/\.(ini|pol)$/.test(path))
        expect(readFileSync(`${copy}.xml`, "utf8")).toMatch(/<(IniFile|PolFile)/);
    }
  });
});

test("Samba finds all permissions right", async () => {
  await expect(samba(domain, "gpo", "aclcheck")).resolves.not.toMatch(/error/i);
});

test.each(["Starter", "PowerShell"])(
  "the script that %s runs is accepted, and reserves the ports",
  async (name) => {
    const { read } = published.find((policy) => policy.name === name) ?? { read: [] };
    const script = fileOf(read, `Machine/Scripts/Startup/${given.name}.ps1`);
    const trusted = { roots: [new X509Certificate(root.certificatePem)], signer: null, integrityOnly: false };
    expect(verifyScript(script, { ...trusted, allowSha1: false, now: new Date() }).findings).toEqual([]);
    expect((await verifyByOsslsigncode(script, { root })).ok).toBe(true);
    await freshMachine([]);
    expect(await runScript(script)).toMatchObject({
      exitCode: 3010,
      stderr: "",
      result: { state: "changed" },
    });
    expect(await readList()).toEqual(wanted);
  },
);

test("the VBScript is read from SYSVOL as it was given, and its starter, from there, reserves the ports", async () => {
  const { read } = published.find((policy) => policy.name === "VBScript") ?? { read: [] };
  expect(fileOf(read, "Machine/Scripts/Startup/reserve-ports.vbs").equals(vbsPackage.script)).toBe(true);
  await freshWindows2000([]);
  await layOut("C:\\sysvol", read);
  const ended = await runLine("reserve-ports.cmd", { folder: "C:\\sysvol\\Machine\\Scripts\\Startup" });
  expect(resultOf(ended)).toMatchObject({ state: "changed", exitCode: 3010 });
  expect(await readList()).toEqual(wanted);
});
