import { copyFileSync, existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import { standInsFolder } from "./places.ts";
import { toUnix } from "./prefix.ts";
import { sharedHost } from "./shared.ts";

/** Where the stand-ins keep what they do, and a test tells them what to be. */
export const standInKey = "HKLM\\SOFTWARE\\portkeep-stand-ins";

const programs = ["netsh", "netstat", "sc", "schtasks", "dns"];
// By default Wine takes its own program for a name that it knows.
const overridesKey = "HKCU\\Software\\Wine\\DllOverrides";

/** Puts stand-ins in the place of programs of Windows that Wine has not, or has without what a script needs of them. */
export async function installStandIns(): Promise<void> {
  if (process.platform === "win32") {
    throw new Error("no stand-in is put into a real Windows");
  }
  const { registry } = await sharedHost("windows");
  for (const name of programs) {
    const path = join(toUnix("C:\\windows\\system32"), `${name}.exe`);
    if (existsSync(`${path}.wine`) || (name === "dns" && existsSync(path))) continue;
    if (existsSync(path)) renameSync(path, `${path}.wine`);
    copyFileSync(join(standInsFolder(), "standin.exe"), path);
    await registry.set(overridesKey, `${name}.exe`, "String", "native");
  }
}
