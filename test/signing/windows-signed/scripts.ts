import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { install } from "../../rig/install.ts";
import { locked } from "../../rig/lock.ts";
import { rigFolder } from "../../rig/places.ts";

export interface WindowsSignedScript {
  /** Its path within the packages. */
  name: string;
  bytes: Buffer;
}

const project = join(import.meta.dirname, "packages.csproj");

/**
 * Gives scripts that Windows' own tools signed, out of the NuGet packages in packages.csproj. They are fetched
 * once, as they are not ours to hand on; await it at the top level of a test file.
 */
export async function windowsSignedScripts(): Promise<WindowsSignedScript[]> {
  const id = createHash("sha256").update(readFileSync(project)).digest("hex").slice(0, 12);
  const folder = join(rigFolder, `windows-signed-${id}`);
  await install();
  await locked(join(rigFolder, "windows-signed.lock"), async () => {
    if (!existsSync(folder)) {
      await fetchInto(folder);
    }
  });
  return scriptsIn(folder).filter(
    // Packages hold the same script for several systems.
    ({ bytes }, index, all) => all.findIndex((script) => script.bytes.equals(bytes)) === index,
  );
}

async function fetchInto(folder: string): Promise<void> {
  const work = `${folder}.work`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work);
  copyFileSync(project, join(work, "packages.csproj"));
  const packages = join(work, "packages");
  const given = ["restore", "packages.csproj", "-nologo", `-p:RestorePackagesPath=${packages}`];
  const { exitCode, stdout } = await execa("dotnet", given, {
    cwd: work,
    reject: false,
    env: { DOTNET_CLI_TELEMETRY_OPTOUT: "1" },
  });
  if (exitCode !== 0) {
    throw new Error(`The scripts signed on Windows cannot be fetched from their NuGet packages:\n${stdout}`);
  }
  for (const { name } of scriptsIn(packages)) {
    mkdirSync(dirname(join(work, "scripts", name)), { recursive: true });
    renameSync(join(packages, name), join(work, "scripts", name));
  }
  renameSync(join(work, "scripts"), folder);
  rmSync(work, { recursive: true });
}

function scriptsIn(folder: string): WindowsSignedScript[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ps1|psm1|psd1)$/i.test(name))
    .sort()
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))
    .filter(({ bytes }) =>
      bytes.toString("latin1").replaceAll("\0", "").includes("# SIG # Begin signature block"),
    );
}
