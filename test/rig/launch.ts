import { join } from "node:path";
import { Connection } from "./connection.ts";
import { install } from "./install.ts";
import { hostFolder, rigFolder } from "./places.ts";
import { ownPrefix } from "./prefix.ts";
import { wineEnvironment } from "./wine.ts";

export type HostKind = "linux" | "windows";

/** Gives a running host process; on a Windows machine both kinds are that machine's own. */
export async function launch(kind: HostKind): Promise<Connection> {
  await install();
  const program = join(hostFolder(), "windows", "host.exe");
  if (process.platform === "win32") {
    return new Connection(program, [], cleanEnvironment(), rigFolder);
  }
  if (kind === "linux") {
    return new Connection("dotnet", [join(hostFolder(), "linux", "host.dll")], cleanEnvironment(), rigFolder);
  }
  const prefix = await ownPrefix();
  const env = { ...cleanEnvironment(), ...wineEnvironment(prefix) };
  return new Connection("wine", ["H:\\host.exe"], env, join(prefix, "drive_c"));
}

// The scripts under test read such variables.
function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("PORTKEEP_")));
}
