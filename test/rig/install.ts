import { existsSync } from "node:fs";
import { join } from "node:path";
import { locked } from "./lock.ts";
import { installPrograms, type Program } from "./packages.ts";
import { hostFolder, rigFolder, standInsFolder, templatePrefix } from "./places.ts";
import { publishHost, publishStandIns } from "./publish.ts";
import { makeTemplate } from "./template.ts";

const onWindows = process.platform === "win32";
const programs: readonly Program[] = [
  { program: "wine", packages: ["wine", "wine64"] },
  { program: "wineserver", packages: ["wine", "wine64"] },
  {
    program: "dotnet",
    packages: ["dotnet-sdk-10.0"],
    hint: "the .NET SDK 10, where the distribution has no package of it: https://dot.net/download",
  },
];

/** Makes everything the rig needs, once; when all is there it only looks. */
export async function install(): Promise<void> {
  if (
    existsSync(hostFolder()) &&
    (onWindows || (existsSync(standInsFolder()) && existsSync(templatePrefix)))
  ) {
    return;
  }
  await locked(join(rigFolder, "install.lock"), async () => {
    if (!onWindows) {
      await installPrograms(programs);
    }
    await publishHost();
    if (!onWindows) {
      await publishStandIns();
      await makeTemplate();
    }
  });
}
