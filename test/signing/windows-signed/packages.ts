import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { install } from "../../rig/install.ts";
import { locked } from "../../rig/lock.ts";
import { rigFolder } from "../../rig/places.ts";
import { keepPowerShell } from "./power-shell.ts";
import { keepSigned } from "./signed-in.ts";

const project = "packages.csproj";
const sources = [project, "packages.ts", "power-shell.ts", "signed-in.ts"];

/** The folders of what is used of the packages. */
interface Packages {
  /** Scripts that Windows' own tools signed. */
  scripts: string;
  /** PowerShell for Windows, and the .NET that it runs on, laid out as their installers do. */
  powerShell: string;
  dotnet: string;
}

/**
 * Gives what the tests use of the NuGet packages in packages.csproj. They are fetched once, as they are not ours to
 * hand on; await it at the top level of a test file.
 */
export async function packages(): Promise<Packages> {
  const folder = join(rigFolder, `windows-signed-${sourceId()}`);
  await install();
  await locked(join(rigFolder, "windows-signed.lock"), async () => {
    if (!existsSync(folder)) {
      removeAll();
      await fetchInto(folder);
    }
  });
  return placesIn(folder);
}

function placesIn(folder: string): Packages {
  return {
    scripts: join(folder, "scripts"),
    powerShell: join(folder, "PowerShell"),
    dotnet: join(folder, "dotnet"),
  };
}

async function fetchInto(folder: string): Promise<void> {
  const work = `${folder}.work`;
  const kept = join(work, "kept");
  mkdirSync(kept, { recursive: true });
  copyFileSync(join(import.meta.dirname, project), join(work, project));
  const all = join(work, "packages");
  const given = ["restore", project, "-nologo", `-p:RestorePackagesPath=${all}`];
  const { exitCode, stdout } = await execa("dotnet", given, {
    cwd: work,
    reject: false,
    env: { DOTNET_CLI_TELEMETRY_OPTOUT: "1" },
  });
  if (exitCode !== 0) {
    throw new Error(`The NuGet packages of the signing tests cannot be fetched:\n${stdout}`);
  }
  const { scripts, ...others } = placesIn(kept);
  keepSigned(all, scripts);
  keepPowerShell(all, others);
  renameSync(kept, folder);
  rmSync(work, { recursive: true });
}

// A change of what is kept keeps it anew.
function sourceId(): string {
  const hash = createHash("sha256");
  for (const file of sources) {
    hash.update(readFileSync(join(import.meta.dirname, file)));
  }
  return hash.digest("hex").slice(0, 12);
}

function removeAll(): void {
  for (const name of readdirSync(rigFolder).filter((entry) => entry.startsWith("windows-signed-"))) {
    rmSync(join(rigFolder, name), { recursive: true, force: true });
  }
}
