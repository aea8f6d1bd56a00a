import { existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { hostFolder, hostSources, rigFolder } from "./places.ts";

const hourMs = 3_600_000;

/** Builds the host for every system it runs on here, unless these sources are built already. */
export async function publishHost(): Promise<void> {
  const folder = hostFolder();
  if (existsSync(folder)) {
    return;
  }
  removeOld();
  const building = `${folder}.new`;
  rmSync(building, { recursive: true, force: true });
  if (process.platform !== "win32") {
    await publish("linux-x64", ["--no-self-contained"], join(building, "linux"));
  }
  await publish("win-x64", ["--self-contained"], join(building, "windows"));
  renameSync(building, folder);
}

async function publish(runtime: string, options: string[], output: string): Promise<void> {
  const command = [
    "publish",
    hostSources,
    "-c",
    "Release",
    "-r",
    runtime,
    ...options,
    "-o",
    output,
    "-nologo",
  ];
  const { exitCode, stdout } = await execa("dotnet", command, {
    reject: false,
    env: { DOTNET_CLI_TELEMETRY_OPTOUT: "1" },
  });
  if (exitCode !== 0) {
    throw new Error(`The test host cannot be built for ${runtime}:\n${stdout}`);
  }
}

// A recent one may be in use by another test run.
function removeOld(): void {
  for (const name of existsSync(rigFolder) ? readdirSync(rigFolder) : []) {
    const folder = join(rigFolder, name);
    if (name.startsWith("host-") && Date.now() - statSync(folder).mtimeMs > hourMs) {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
