import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { BundleFile } from "../../../../src/delivery/package.ts";
import type { Domain } from "./domain.ts";

const directory = ["-H", "ldap://dc1.portkeep.test"];
const root = "DC=portkeep,DC=test";
export const unit = `OU=Servers,${root}`;

/** Makes a policy of the domain as Windows would: its files in SYSVOL, what registers them in the directory. */
export async function publish(
  domain: Domain,
  policy: { name: string; files: readonly BundleFile[]; extensions: string },
): Promise<string> {
  const made = await domain.run("samba-tool", ["gpo", "create", policy.name, ...directory]);
  const [id = ""] = /\{[0-9A-F-]{36}\}/.exec(made) ?? [];
  const folder = join(domain.folder, "publish", id);
  const version = { path: "GPT.INI", bytes: Buffer.from("[General]\r\nVersion=1\r\n") };
  for (const { path, bytes } of [...policy.files, version]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  await inSysvol(domain, id, `lcd "${folder}"; mput Machine; mput GPT.INI`);
  await domain.run("ldbmodify", directory, {
    input: `dn: CN=${id},CN=Policies,CN=System,${root}
changetype: modify
replace: gPCMachineExtensionNames
gPCMachineExtensionNames: ${policy.extensions}
-
replace: versionNumber
versionNumber: 1
`,
  });
  return id;
}

/** Gives what a user of the domain reads of a policy's files from SYSVOL. */
export async function readBack(
  domain: Domain,
  id: string,
  { paths, as }: { paths: readonly string[]; as: string },
): Promise<BundleFile[]> {
  const folder = join(domain.folder, "read", id);
  mkdirSync(folder, { recursive: true });
  await inSysvol(domain, id, `lcd "${folder}"; mget *`, as);
  return paths.map((path) => ({ path, bytes: readFileSync(join(folder, path)) }));
}

/** Has smbclient carry out commands in a policy's folder, with all that is below it. */
export function inSysvol(domain: Domain, id: string, commands: string, as?: string): Promise<string> {
  const place = ["//dc1.portkeep.test/sysvol", "-D", `portkeep.test/Policies/${id}`];
  return domain.run("smbclient", [...place, "-c", `recurse; prompt; ${commands}`], as ? { as } : {});
}

/** Makes an organizational unit with one computer in it, whose account has everybody's password. */
export async function addComputer(domain: Domain, name: string): Promise<void> {
  const password = readFileSync(join(domain.folder, "password"), "utf8");
  await samba(domain, "ou", "create", unit);
  await samba(domain, "computer", "create", name, "--computerou=OU=Servers");
  await samba(domain, "user", "setpassword", `${name}$`, `--newpassword=${password}`);
}

/** Runs `samba-tool` on the domain's directory. */
export function samba(domain: Domain, ...given: readonly string[]): Promise<string> {
  return domain.run("samba-tool", [...given, ...directory]);
}
