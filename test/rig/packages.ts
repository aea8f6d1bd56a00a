import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { execa } from "execa";

const installer = "apt-get";
const needed = [
  { program: "wine", packages: ["wine", "wine64"] },
  { program: "wineserver", packages: ["wine", "wine64"] },
  { program: "dotnet", packages: ["dotnet-sdk-10.0"] },
];

/** Installs the programs that are missing, or fails saying which and how. */
export async function installPrograms(): Promise<void> {
  const missing = needed.filter(({ program }) => !isOnPath(program));
  if (missing.length === 0) {
    return;
  }
  const packages = [...new Set(missing.flatMap((entry) => entry.packages))];
  const programs = missing.map(({ program }) => program).join(", ");
  const advice =
    `The tests need ${programs}. On Debian, as root: ${installer} install --no-install-recommends ${packages.join(" ")}` +
    " (the .NET SDK 10, where the distribution has no package of it: https://dot.net/download)";
  if (!existsSync("/etc/debian_version") || process.getuid?.() !== 0) {
    throw new Error(advice);
  }
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  try {
    await execa(installer, ["update"], { env });
    await execa(installer, ["install", "-y", "--no-install-recommends", ...packages], { env });
  } catch (error) {
    throw new Error(advice, { cause: error });
  }
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
