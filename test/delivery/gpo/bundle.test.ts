import { X509Certificate } from "node:crypto";
import { describe, expect, test } from "vitest";
import { gpo } from "../../../src/delivery/gpo/bundle.ts";
import { gpoTrust } from "../../../src/delivery/gpo/trust-bundle.ts";
import { verifyScript } from "../../../src/signing/verify/verify.ts";
import { sharedHost } from "../../rig/shared.ts";
import { pki } from "../../signing/pki.ts";
import { fileOf, textOf } from "../bundle.ts";
import { signedPackage, unsignedPackage } from "../package.ts";
import { unzip } from "../unzip.ts";
import { backupsOf } from "./backups.ts";
import { readBySamba } from "./samba/readers.ts";
import { installSamba } from "./samba/tools.ts";

await Promise.all([installSamba(), sharedHost("linux")]);
const { root, signers } = await pki();
const given = await signedPackage();
const bundles = { gpo: await gpo(given), trust: await gpoTrust(given) };
const [starter, powerShell] = backupsOf(bundles.gpo);
const certificate = new X509Certificate(signers.rsa2048.certificatePem);

const paths = {
  gpo: [
    ...[
      "README.md",
      "settings-card.md",
      "Import-Policy.ps1",
      "reserve-ports-gpo-backup.zip",
      "backup/manifest.xml",
    ],
    ...["Backup.xml", "bkupInfo.xml", "gpreport.xml"].flatMap((name) => [
      `backup/${starter?.id}/${name}`,
      `backup/${powerShell?.id}/${name}`,
    ]),
    `backup/${starter?.id}/DomainSysvol/GPO/Machine/Scripts/scripts.ini`,
    `backup/${starter?.id}/DomainSysvol/GPO/Machine/Scripts/Startup/reserve-ports.cmd`,
    `backup/${starter?.id}/DomainSysvol/GPO/Machine/Scripts/Startup/reserve-ports.ps1`,
    `backup/${powerShell?.id}/DomainSysvol/GPO/Machine/Scripts/scripts.ini`,
    `backup/${powerShell?.id}/DomainSysvol/GPO/Machine/Scripts/psscripts.ini`,
    `backup/${powerShell?.id}/DomainSysvol/GPO/Machine/Scripts/Startup/reserve-ports.ps1`,
  ],
  trust: [
    ...["README.md", "Import-Policy.ps1", "publisher-gpo-backup.zip", "backup/manifest.xml"],
    ...["Backup.xml", "bkupInfo.xml", "gpreport.xml", "DomainSysvol/GPO/Machine/registry.pol"].map(
      (name) => `backup/${backupsOf(bundles.trust)[0]?.id}/${name}`,
    ),
  ],
};

describe.each(["gpo", "trust"] as const)("the bundle %s", (name) => {
  const bundle = bundles[name];

  test("has its backups, the helper and what explains them, and nothing else", () => {
    expect(bundle.map(({ path }) => path).sort()).toEqual(paths[name].sort());
  });

  test("has the folder of backups as one archive too, which .NET reads", async () => {
    const archive = bundle.find(({ path }) => path.endsWith(".zip"));
    const entries = await unzip(archive?.bytes ?? Buffer.alloc(0));
    const folder = bundle.filter(({ path }) => path.startsWith("backup/"));
    expect(new Map([...entries].map(([path, bytes]) => [`backup/${path}`, bytes]))).toEqual(
      new Map(folder.map(({ path, bytes }) => [path, Buffer.from(bytes)])),
    );
  });

  test("is the same for the same script, byte for byte", async () => {
    const again = await (name === "gpo" ? gpo : gpoTrust)(await signedPackage());
    expect(again).toEqual(bundle);
  });

  test("has other ids for another script or publisher", async () => {
    const other = await signedPackage({ products: ["ias"] }, signers.rsa3072);
    const ids = (files: typeof bundle) => backupsOf(files).map(({ id }) => id);
    const others = ids(await (name === "gpo" ? gpo : gpoTrust)(other));
    expect(new Set([...ids(bundle), ...others]).size).toBe(2 * others.length);
  });

  test("has signed scripts alone", () => {
    const trust = { roots: [new X509Certificate(root.certificatePem)], signer: null, integrityOnly: false };
    const scripts = bundle.filter(({ path }) => path.endsWith(".ps1"));
    expect(scripts.length).toBe(name === "gpo" ? 3 : 1);
    for (const { bytes } of scripts) {
      expect(verifyScript(bytes, { ...trust, allowSha1: false, now: new Date() }).findings).toEqual([]);
    }
  });

  test("tells in its README what the helper does, and how to know who made it", () => {
    const readme = textOf(bundle, "README.md");
    expect(readme).toContain(certificate.fingerprint.replaceAll(":", ""));
    expect(readme).toContain(".\\Import-Policy.ps1");
    expect(readme).not.toMatch(/[^\r]\n|undefined|\[object/);
  });

  test("is refused for a script that is not signed", async () => {
    const refused = (name === "gpo" ? gpo : gpoTrust)(unsignedPackage());
    await expect(refused).rejects.toMatchObject({ code: "package-unsigned" });
  });
});

test("both startup policies run the script as it was given", () => {
  for (const { files } of backupsOf(bundles.gpo)) {
    const startup = "DomainSysvol/GPO/Machine/Scripts/Startup/reserve-ports.ps1";
    expect(files.get(startup)?.equals(given.script)).toBe(true);
  }
});

test("the README and the ids go together", () => {
  const readme = textOf(bundles.gpo, "README.md");
  expect(readme).toMatch(new RegExp(`id of the backup \\| .${starter?.id}. \\| .${powerShell?.id}.`));
});

test.each(["Test", "Report", "Restore"] as const)(
  "a script that does %s is no startup script",
  async (action) => {
    const refused = gpo(await signedPackage({ products: ["ias"], action }));
    await expect(refused).rejects.toMatchObject({ code: "package-action", facts: { action } });
  },
);

test("the policy of trust has the certificate in Trusted Publishers, the execution policy, and nothing else", async () => {
  const [trust] = backupsOf(bundles.trust);
  const file = fileOf(trust?.sysvol ?? [], "Machine/registry.pol");
  const { xml, written } = await readBySamba("pol", file);
  const read = [
    ...xml.matchAll(/type_name="(\w+)">\s*<Key>(.*)<\/Key>\s*<ValueName>(.*)<\/ValueName>\s*<Value>(.*)</g),
  ].map(([, ...fields]) => fields);
  const store = "Software\\Policies\\Microsoft\\SystemCertificates\\TrustedPublisher\\Certificates";
  const powerShellKey = "Software\\Policies\\Microsoft\\Windows\\PowerShell";
  expect(read).toEqual([
    ["REG_BINARY", `${store}\\${certificate.fingerprint.replaceAll(":", "")}`, "Blob", expect.any(String)],
    ["REG_DWORD", powerShellKey, "EnableScripts", "1"],
    ["REG_SZ", powerShellKey, "ExecutionPolicy", "AllSigned"],
  ]);
  expect(Buffer.from(read[0]?.[3] ?? "", "base64").includes(certificate.raw)).toBe(true);
  expect(written.equals(file)).toBe(true);
});
