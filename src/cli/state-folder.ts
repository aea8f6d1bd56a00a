import { homedir } from "node:os";
import { join } from "node:path";
import type { Io } from "./io.ts";

/** Gives the folder for what portkeep keeps of its own for this user, where the system has it. */
export function stateFolder({ env }: Io, platform: NodeJS.Platform = process.platform): string {
  if (platform === "win32") return join(env.LOCALAPPDATA ?? join(homedir(), "AppData", "Local"), "portkeep");
  if (platform === "darwin") return join(env.HOME ?? homedir(), "Library", "Application Support", "portkeep");
  const home = env.HOME ?? homedir();
  return join(env.XDG_STATE_HOME || join(home, ".local", "state"), "portkeep");
}
