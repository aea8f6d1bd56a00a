import { existsSync } from "node:fs";
import { join } from "node:path";
import { locked } from "./lock.ts";
import { installPrograms } from "./packages.ts";
import { hostFolder, rigFolder, templatePrefix } from "./places.ts";
import { publishHost } from "./publish.ts";
import { makeTemplate } from "./template.ts";

const onWindows = process.platform === "win32";

/** Makes everything the rig needs, once; when all is there it only looks. */
export async function install(): Promise<void> {
  if (existsSync(hostFolder()) && (onWindows || existsSync(templatePrefix))) {
    return;
  }
  await locked(join(rigFolder, "install.lock"), async () => {
    if (!onWindows) {
      await installPrograms();
    }
    await publishHost();
    if (!onWindows) {
      await makeTemplate();
    }
  });
}
