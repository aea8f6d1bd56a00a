import { beforeAll, describe, expect, test } from "vitest";
import { gpoVbs } from "../../../src/delivery/gpo/vbs-bundle.ts";
import { runLine } from "../../rig/command-line.ts";
import { sharedHost } from "../../rig/shared.ts";
import { footprint } from "../../script/footprint.ts";
import { readList } from "../../script/machine.ts";
import { wanted } from "../../script/script.ts";
import { freshWindows2000 } from "../../script-vbs/run.ts";
import { fileOf, textOf } from "../bundle.ts";
import { unsignedPackage } from "../package.ts";
import { unzip } from "../unzip.ts";
import { layOut, resultOf, vbsPackage } from "../vbs.ts";
import { backupsOf } from "./backups.ts";
import { readBySamba } from "./samba/readers.ts";
import { installSamba } from "./samba/tools.ts";

await Promise.all([installSamba(), sharedHost("linux")]);
const bundle = await gpoVbs(vbsPackage);
const [backup] = backupsOf(bundle);
const sysvol = backup?.sysvol ?? [];
const scripts = "Machine/Scripts";

test("it has one backup, as a folder and an archive, and what explains it; no script that would import it", async () => {
  const start = `backup/${backup?.id}`;
  expect(bundle.map(({ path }) => path).sort()).toEqual(
    [
      ...["README.md", "settings-card.md", "reserve-ports-gpo-backup.zip", "backup/manifest.xml"],
      ...["Backup.xml", "bkupInfo.xml", "gpreport.xml"].map((name) => `${start}/${name}`),
      ...["scripts.ini", "Startup/reserve-ports.cmd", "Startup/reserve-ports.vbs"].map(
        (name) => `${start}/DomainSysvol/GPO/${scripts}/${name}`,
      ),
    ].sort(),
  );
  const entries = await unzip(fileOf(bundle, "reserve-ports-gpo-backup.zip"));
  const folder = bundle.filter(({ path }) => path.startsWith("backup/"));
  expect(new Map([...entries].map(([path, bytes]) => [`backup/${path}`, bytes]))).toEqual(
    new Map(folder.map(({ path, bytes }) => [path, Buffer.from(bytes)])),
  );
});

test("the policy has the script byte for byte", () => {
  expect(fileOf(sysvol, `${scripts}/Startup/reserve-ports.vbs`).equals(vbsPackage.script)).toBe(true);
});

test("its backup has another id for other choices, and the same for the same", async () => {
  const ids = async (products: string[]) =>
    backupsOf(await gpoVbs(unsignedPackage({ products, os: "sbs-2000", format: "vbs" }))).map(({ id }) => id);
  expect(await ids(["ias"])).toEqual(await ids(["ias"]));
  expect(await ids(["ias"])).not.toEqual(await ids(["l2tp"]));
});

test("scripts.ini is in UTF-16 with a mark and CRLF, and starts the starter, as Samba reads it", async () => {
  const bytes = fileOf(sysvol, `${scripts}/scripts.ini`);
  expect(bytes.toString("utf16le")).toBe(
    "\ufeff\r\n[Startup]\r\n0CmdLine=reserve-ports.cmd\r\n0Parameters=\r\n",
  );
  expect(await commandOf(bytes)).toEqual(["reserve-ports.cmd", ""]);
});

test("the README names the backup, its files and the commands", () => {
  const readme = textOf(bundle, "README.md");
  const id = backup?.id ?? "";
  expect(readme).toContain(`\`backup\\${id}\\DomainSysvol\\GPO\\Machine\\Scripts\\Startup\``);
  expect(readme).toContain(`-BackupId ${id.replace(/[{}]/g, "")} `);
  expect(readme).toContain("cscript //nologo reserve-ports.vbs /Action:Restore");
  expect(readme).not.toMatch(/[^\r]\n|undefined|\[object|AllSigned|Trusted Publishers/);
});

test.each(["Test", "Restore"] as const)("a script that does %s is no startup script", async (action) => {
  const given = unsignedPackage({ products: ["ias"], os: "sbs-2000", format: "vbs", action });
  await expect(gpoVbs(given)).rejects.toMatchObject({ code: "package-action", facts: { action } });
});

// What finds the script in the policy's folder, and starts it, is Windows' own; here it is this line.
describe("started by what scripts.ini says, from the policy's folder, with another one as the current one", () => {
  const place = "C:\\sysvol\\example.com\\Policies\\{1A2B} & co\\Machine\\Scripts";
  const start = async () => {
    const [command, parameters] = await commandOf(fileOf(sysvol, `${scripts}/scripts.ini`));
    // Without the sign before it, cmd.exe would take the first quote away.
    return runLine(`@"${place}\\Startup\\${command}" ${parameters}`, { folder: "C:\\windows\\system32" });
  };

  beforeAll(async () => {
    await layOut(
      place,
      sysvol.map(({ path, bytes }) => ({ path: path.slice(scripts.length + 1), bytes })),
    );
    await freshWindows2000(["3343-3343"]);
  });

  test("it reserves the ports; the second time it writes nothing; and what was there comes back", async () => {
    const first = await start();
    expect(first.exitCode).toBe(3010);
    expect(resultOf(first)).toMatchObject({ state: "changed", added: wanted });
    const reserved = await readList();
    expect(reserved).toEqual([...wanted, "3343-3343"].sort());
    const before = await footprint();
    expect(resultOf(await start())).toMatchObject({ state: "compliant", exitCode: 3010 });
    expect(await footprint()).toEqual(before);
    const restore = `cscript //nologo reserve-ports.vbs /Action:Restore`;
    const back = await runLine(restore, { folder: `${place}\\Startup` });
    expect(resultOf(back)).toMatchObject({ state: "restored", exitCode: 0 });
    expect(await readList()).toEqual(["3343-3343"]);
  });
});

/** Gives the first command of a list, and its parameters, as Samba reads them. */
async function commandOf(ini: Buffer): Promise<[command: string, parameters: string]> {
  const { xml } = await readBySamba("ini", ini);
  const value = (key: string) =>
    new RegExp(`<Key>0${key}</Key>\\s*<Value(?:/>|[^>]*>(.*?)</Value>)`).exec(xml)?.[1] ?? "";
  return [value("CmdLine"), value("Parameters")];
}
