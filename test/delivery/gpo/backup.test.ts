import { beforeAll, describe, expect, test } from "vitest";
import { gpo } from "../../../src/delivery/gpo/bundle.ts";
import { gpoTrust } from "../../../src/delivery/gpo/trust-bundle.ts";
import { gpoVbs } from "../../../src/delivery/gpo/vbs-bundle.ts";
import { sharedHost } from "../../rig/shared.ts";
import { fileOf } from "../bundle.ts";
import { signedPackage } from "../package.ts";
import { vbsPackage } from "../vbs.ts";
import { backupsOf } from "./backups.ts";
import { describeBySamba } from "./samba/readers.ts";
import { installSamba } from "./samba/tools.ts";
import { outline } from "./xml.ts";

await Promise.all([installSamba(), sharedHost("linux")]);

const given = await signedPackage();
const bundles = { gpo: await gpo(given), trust: await gpoTrust(given), vbs: await gpoVbs(vbsPackage) };
const [starter, powerShell] = backupsOf(bundles.gpo);
const [trust] = backupsOf(bundles.trust);
const [vbs] = backupsOf(bundles.vbs);
if (!starter || !powerShell || !trust || !vbs) throw new Error("a backup is missing");

const scripts = "[{42B5FAAE-6536-11D2-AE5A-0000F87571E3}{40B6664F-4972-11D1-A7CA-0000F87571E3}]";
const registry = "[{35378EAC-683F-11D2-A89A-00C04FBBCFA2}{D02B1F72-3407-48AE-BA88-E8213C6761F1}]";

// The blocks of Windows' own backups, in their order, each file and folder with the place in the backup it is at.
const otherTriggers = ["MACH,Shutdown", "USER,Logon", "USER,Logoff"].flatMap((trigger) => {
  const path = `%GPO_${trigger.replace(",", "_FSPATH%\\Scripts\\")}\\*`;
  return [`  Dir ${path}`, `  File ${path}`];
});
const scriptBlocks = (lists: string[], bodies: string[]) => [
  "{35378EAC-683F-11D2-A89A-00C04FBBCFA2} Registry",
  "  File %GPO_FSPATH%\\Adm\\*.*",
  "{42B5FAAE-6536-11d2-AE5A-0000F87571E3} Scripts",
  ...lists.map(
    (list) => `  File %GPO_MACH_FSPATH%\\Scripts\\${list} at DomainSysvol\\GPO\\Machine\\Scripts\\${list}`,
  ),
  "  Dir %GPO_MACH_FSPATH%\\Scripts\\Startup\\*",
  "    Dir %GPO_MACH_FSPATH%\\Scripts\\Startup at DomainSysvol\\GPO\\Machine\\Scripts\\Startup",
  "  File %GPO_MACH_FSPATH%\\Scripts\\Startup\\*",
  ...bodies.map((name) => {
    const path = `Scripts\\Startup\\${name}`;
    return `    File %GPO_MACH_FSPATH%\\${path} at DomainSysvol\\GPO\\Machine\\${path}`;
  }),
  ...otherTriggers,
  "{F15C46CD-82A0-4C2D-A210-5D0D3182A418} Unknown Extension",
  "  Dir %GPO_MACH_FSPATH%\\Scripts at DomainSysvol\\GPO\\Machine\\Scripts",
];
const trustBlocks = [
  "{35378EAC-683F-11D2-A89A-00C04FBBCFA2} Registry",
  "  File %GPO_MACH_FSPATH%\\registry.pol at DomainSysvol\\GPO\\Machine\\registry.pol",
  "  File %GPO_FSPATH%\\Adm\\*.*",
];

const cases = [
  {
    name: "starter",
    backup: starter,
    extensions: scripts,
    blocks: scriptBlocks(["scripts.ini"], ["reserve-ports.cmd", "reserve-ports.ps1"]),
  },
  {
    name: "PowerShell",
    backup: powerShell,
    extensions: scripts,
    blocks: scriptBlocks(["scripts.ini", "psscripts.ini"], ["reserve-ports.ps1"]),
  },
  { name: "trust", backup: trust, extensions: registry, blocks: trustBlocks },
  {
    name: "VBScript",
    backup: vbs,
    extensions: scripts,
    blocks: scriptBlocks(["scripts.ini"], ["reserve-ports.cmd", "reserve-ports.vbs"]),
  },
];

describe.each(cases)("the backup for $name", ({ backup, extensions, blocks }) => {
  const { id, files, sysvol } = backup;
  let lines: string[] = [];
  beforeAll(async () => {
    lines = await outline(
      fileOf(
        [...files].map(([path, bytes]) => ({ path, bytes })),
        "Backup.xml",
      ),
    );
  });
  const values = (name: string) =>
    lines
      .flatMap((line) => line.split(" | ").filter((part) => part.startsWith(`${name}=`)))
      .map((part) => part.slice(name.length + 1));

  test("has the elements of Windows' own backups, in their order, and nothing of a domain", () => {
    const core = lines.slice(
      0,
      lines.findIndex((line) => line.includes("GroupPolicyExtension")),
    );
    const [guid = ""] = /\{[0-9A-F-]{36}\}/.exec(core.join("\n")) ?? [];
    expect(core.filter((line) => !/SecurityDescriptor|DisplayName/.test(line))).toEqual([
      "GroupPolicyBackupScheme | bkp:version=2.0 | bkp:type=GroupPolicyBackupTemplate",
      "  GroupPolicyObject",
      "    SecurityGroups",
      "    FilePaths",
      "    GroupPolicyCoreSettings",
      `      ID | ${guid}`,
      "      Domain | portkeep.invalid",
      "      Options | 0",
      "      UserVersionNumber | 0",
      "      MachineVersionNumber | 65537",
      `      MachineExtensionGuids | ${extensions}`,
      "      UserExtensionGuids",
      "      WMIFilter",
    ]);
    expect(guid).not.toBe(id);
  });

  test("names its files as Windows does, each for the extension that it belongs to", () => {
    const start = lines.findIndex((line) => line.includes("GroupPolicyExtension"));
    const shown = lines.slice(start).map((line) => {
      const [, indent = "", kind, path, at] =
        /^ {4}( *)(?:FSObject(\w+) \| bkp:Path=(.*?) \| bkp:Source.*?(?:bkp:Location=(.*))?|.*)$/.exec(
          line,
        ) ?? [];
      if (kind) return `${indent}${kind} ${path}${at ? ` at ${at}` : ""}`;
      return line.replace(/^ *GroupPolicyExtension \| bkp:ID=(.*) \| bkp:DescName=/, "$1 ");
    });
    expect(shown).toEqual(blocks);
  });

  test("has each file that it names, and names each that it has", () => {
    const places = values("bkp:Location").map((place) => place.replaceAll("\\", "/"));
    const folders = places.filter((place) => !files.has(place));
    for (const folder of folders) {
      expect([...files.keys()].some((path) => path.startsWith(`${folder}/`))).toBe(true);
    }
    expect(places.filter((place) => !folders.includes(place)).sort()).toEqual(
      sysvol.map(({ path }) => `DomainSysvol/GPO/${path}`).sort(),
    );
  });

  test("says where in the policy's own folder each was", () => {
    const [guid] = /\{[0-9A-F-]{36}\}/.exec(lines.join("\n")) ?? [];
    const folder = `\\\\dc.portkeep.invalid\\sysvol\\portkeep.invalid\\Policies\\${guid}`;
    const expanded = values("bkp:Path").map((path) =>
      path.replace(/^%GPO_(?:(\w+)_)?FSPATH%/, (_, side) => {
        return folder + ({ MACH: "\\Machine", USER: "\\User" }[String(side)] ?? "");
      }),
    );
    expect(values("bkp:SourceExpandedPath")).toEqual(expanded);
  });

  test("lists its extensions in ascending order", () => {
    const list = backup.extensions.match(/\[.*?\]/g) ?? [];
    expect([...list].sort()).toEqual(list);
  });

  test("has permissions that mean the same in every domain, as Samba reads them", async () => {
    const [, hex = ""] = /SecurityDescriptor \| (.*)/.exec(lines.join("\n")) ?? [];
    const descriptor = Buffer.from(hex.replaceAll(" ", ""), "hex");
    expect(await describeBySamba(descriptor)).toBe("O:BAG:BAD:(A;;GA;;;SY)(A;;GA;;;BA)");
  });

  test("is described by bkupInfo.xml as by Backup.xml", async () => {
    const info = await outline(files.get("bkupInfo.xml") ?? Buffer.alloc(0));
    const [guid, name] = ["ID", "DisplayName"].map(
      (field) => lines.find((line) => line.startsWith(`      ${field} |`))?.split(" | ")[1],
    );
    expect(info).toEqual([
      "BackupInst",
      `  GPOGuid | ${guid}`,
      "  GPODomain | portkeep.invalid",
      expect.stringMatching(/^ {2}GPODomainGuid \| \{[0-9A-F-]{36}\}$/),
      "  GPODomainController | dc.portkeep.invalid",
      "  BackupTime | 1980-01-01T00:00:00",
      `  ID | ${id}`,
      "  Comment",
      `  GPODisplayName | ${name}`,
    ]);
  });
});

test.each(["gpo", "trust", "vbs"] as const)(
  "the manifest of %s lists each backup as bkupInfo.xml has it",
  async (name) => {
    const backups = backupsOf(bundles[name]);
    const infos = await Promise.all(
      backups.map(({ files }) => outline(files.get("bkupInfo.xml") ?? Buffer.alloc(0))),
    );
    expect(await outline(fileOf(bundles[name], "backup/manifest.xml"))).toEqual([
      "Backups | mfst:version=1.0",
      ...infos.flat().map((line) => `  ${line}`),
    ]);
  },
);

test("the XML files begin as Windows' own do", () => {
  const start = (path: string, length: number) => starter.files.get(path)?.subarray(0, length);
  expect(start("Backup.xml", 38)?.toString()).toBe('<?xml version="1.0" encoding="utf-8"?>');
  expect(start("bkupInfo.xml", 18)?.toString()).toBe("<BackupInst xmlns=");
  expect(start("gpreport.xml", 84)?.toString("utf16le")).toBe(
    '\ufeff<?xml version="1.0" encoding="utf-16"?>\r\n',
  );
});

test.each([
  ["starter", starter, ["reserve-ports.cmd", "Startup", "0", "PSNotConfigured"]],
  ["VBScript", vbs, ["reserve-ports.cmd", "Startup", "0", "PSNotConfigured"]],
  ["PowerShell", powerShell, ["reserve-ports.ps1", "Startup", "0", "RunPSFirst"]],
] as const)("the report for %s tells what it starts", async (_, { files }, fields) => {
  const lines = await outline(files.get("gpreport.xml") ?? Buffer.alloc(0));
  const told = lines.filter((line) => /^ {10}q1:/.test(line)).map((line) => line.split(" | ")[1]);
  expect(told).toEqual(fields);
});

test("the report of a policy of trust names each value that it sets", async () => {
  const lines = await outline(trust.files.get("gpreport.xml") ?? Buffer.alloc(0));
  expect(
    lines.filter((line) => /q1:(Name|Number|String)/.test(line)).map((line) => line.split(" | ")[1]),
  ).toEqual(["Blob", ...["EnableScripts", "1"], ...["ExecutionPolicy", "AllSigned"]]);
});
