import { installPrograms, type Program } from "../rig/packages.ts";

const tools: readonly Program[] = [
  { program: "openssl", packages: ["openssl"], version: { atLeast: "3.0", option: "version" } },
  { program: "softhsm2-util", packages: ["softhsm2"] },
  { program: "pkcs11-tool", packages: ["opensc"] },
  {
    program: "osslsigncode",
    packages: ["osslsigncode"],
    // Older ones cannot sign .ps1 files.
    version: { atLeast: "2.9", option: "--version" },
    backports: true,
    hint: "osslsigncode: Debian 12 has 2.9 in bookworm-backports",
  },
];

/** Installs the programs that sign and judge signatures beside us; takes a while where one is missing. */
export function installTools(): Promise<void> {
  return installPrograms(tools);
}
