import { existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { hostFolder, hostSources, rigFolder, standInSources, standInsFolder } from "./places.ts";

const hourMs = 3_600_000;

/** Builds the host for every system it runs on here, unless these sources are built already. */
export async function publishHost(): Promise<void> {
  await once(hostFolder(), async (folder) => {
    if (process.platform !== "win32") {
      await publish(hostSources, "linux-x64", ["--no-self-contained"], join(folder, "linux"));
    }
    await publish(hostSources, "win-x64", ["--self-contained"], join(folder, "windows"));
  });
}

/** Builds the stand-ins for programs of Windows, unless these sources are built already. */
export async function publishStandIns(): Promise<void> {
  await once(standInsFolder(), (folder) => publish(standInSources, "win-x64", ["--self-contained"], folder));
}

async function once(folder: string, build: (folder: string) => Promise<void>): Promise<void> {
  if (existsSync(folder)) {
    return;
  }
  removeOld();
  const building = `${folder}.new`;
  rmSync(building, { recursive: true, force: true });
  await build(building);
  renameSync(building, folder);
}

async function publish(sources: string, runtime: string, options: string[], output: string): Promise<void> {
  const command = ["publish", sources, "-c", "Release", "-r", runtime, ...options, "-o", output, "-nologo"];
  const { exitCode, stdout } = await execa("dotnet", command, {
    reject: false,
    env: { DOTNET_CLI_TELEMETRY_OPTOUT: "1" },
  });
  if (exitCode !== 0) {
    throw new Error(`${sources} cannot be built for ${runtime}:\n${stdout}`);
  }
}

// A recent one may be in use by another test run.
function removeOld(): void {
  for (const name of existsSync(rigFolder) ? readdirSync(rigFolder) : []) {
    const folder = join(rigFolder, name);
    if (/^(host|standins)-/.test(name) && Date.now() - statSync(folder).mtimeMs > hourMs) {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
