import { homedir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { stateFolder } from "../../../src/cli/sign/state-folder.ts";
import { captured } from "../console.ts";

test.each<[NodeJS.Platform, Record<string, string>, string]>([
  ["linux", { HOME: "/home/me" }, "/home/me/.local/state/portkeep"],
  ["linux", { HOME: "/home/me", XDG_STATE_HOME: "/state" }, "/state/portkeep"],
  ["linux", { HOME: "/home/me", XDG_STATE_HOME: "" }, "/home/me/.local/state/portkeep"],
  ["linux", { HOME: "/home/me", XDG_STATE_HOME: "state" }, "/home/me/.local/state/portkeep"],
  ["linux", {}, join(homedir(), ".local/state/portkeep")],
  ["darwin", { HOME: "/Users/me" }, "/Users/me/Library/Application Support/portkeep"],
  [
    "darwin",
    { HOME: "/Users/me", XDG_STATE_HOME: "/state" },
    "/Users/me/Library/Application Support/portkeep",
  ],
  ["win32", { LOCALAPPDATA: "/Users/me/AppData/Local" }, "/Users/me/AppData/Local/portkeep"],
  ["win32", { HOME: "/Users/me", LOCALAPPDATA: "" }, "/Users/me/AppData/Local/portkeep"],
  ["win32", {}, join(homedir(), "AppData/Local/portkeep")],
])("on %s with %j it is %s", (platform, env, folder) => {
  const { io } = captured("/");
  expect(stateFolder({ ...io, env }, platform)).toBe(join(folder));
});
