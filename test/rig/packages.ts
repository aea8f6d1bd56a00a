import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { execa } from "execa";
import { installBackports, installer, installPackages } from "./apt.ts";
import { locked } from "./lock.ts";
import { rigFolder } from "./places.ts";

export interface Program {
  program: string;
  /** Debian's packages of it. */
  packages: readonly string[];
  /** The oldest version that will do, and what makes the program say its own. */
  version?: { atLeast: string; option: string };
  /** Debian has a version that will do only among its backports. */
  backports?: boolean;
  /** What a person should know who installs it. */
  hint?: string;
}

/** Installs the programs that are missing or too old, or fails saying which and how. */
export async function installPrograms(needed: readonly Program[]): Promise<void> {
  const missing = await missingOf(needed);
  if (missing.length === 0) {
    return;
  }
  if (!existsSync("/etc/debian_version") || process.getuid?.() !== 0) {
    throw new Error(advice(missing));
  }
  try {
    await locked(join(rigFolder, "apt.lock"), async () => install(await missingOf(needed)));
  } catch (error) {
    throw new Error(advice(missing), { cause: error });
  }
  const stillMissing = await missingOf(needed);
  if (stillMissing.length > 0) {
    throw new Error(`Even after an installation: ${advice(stillMissing)}`);
  }
}

async function install(programs: readonly Program[]): Promise<void> {
  const packages = (backports: boolean) =>
    programs
      .filter((program) => (program.backports ?? false) === backports)
      .flatMap((entry) => entry.packages);
  await installPackages(packages(false));
  await installBackports(packages(true));
}

async function missingOf(needed: readonly Program[]): Promise<Program[]> {
  const found = await Promise.all(needed.map(isThere));
  return needed.filter((_, index) => !found[index]);
}

async function isThere({ program, version }: Program): Promise<boolean> {
  if (!isOnPath(program) || version === undefined) {
    return isOnPath(program);
  }
  const { all } = await execa(program, [version.option], { reject: false, all: true });
  const own = /\d+(\.\d+)+/.exec(all)?.[0] ?? "0";
  return own.localeCompare(version.atLeast, "en", { numeric: true }) >= 0;
}

function advice(missing: readonly Program[]): string {
  const names = missing.map(({ program, version }) =>
    version ? `${program} ${version.atLeast} or later` : program,
  );
  const packages = [...new Set(missing.flatMap((entry) => entry.packages))].join(" ");
  const hints = missing.flatMap(({ hint }) => (hint ? ` (${hint})` : [])).join("");
  return `The tests need ${names.join(", ")}. On Debian, as root: ${installer} install --no-install-recommends ${packages}${hints}`;
}

function isOnPath(program: string): boolean {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
