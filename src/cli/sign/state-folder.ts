import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import type { Io } from "../io.ts";

/** Gives the folder for what portkeep keeps of its own for this user, where the system has it. */
export function stateFolder({ env }: Io, platform: NodeJS.Platform = process.platform): string {
  const home = env.HOME || homedir();
  if (platform === "win32") return join(env.LOCALAPPDATA || join(home, "AppData", "Local"), "portkeep");
  if (platform === "darwin") return join(home, "Library", "Application Support", "portkeep");
  // One that is relative is to be ignored, says the standard of these folders.
  const state = env.XDG_STATE_HOME ?? "";
  return join(isAbsolute(state) ? state : join(home, ".local", "state"), "portkeep");
}
