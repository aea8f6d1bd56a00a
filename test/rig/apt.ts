import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";

export const installer = "apt-get";
const keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";

/** Installs Debian packages from the machine's own sources. */
export async function installPackages(packages: readonly string[]): Promise<void> {
  if (packages.length > 0) {
    await apt(["update"]);
    await apt(["install", ...packages]);
  }
}

/** Installs Debian packages from the backports of this release; neither sources nor lists of the machine change. */
export async function installBackports(packages: readonly string[]): Promise<void> {
  if (packages.length === 0) {
    return;
  }
  const { mirror, release } = await ownMirror();
  const folder = mkdtempSync(join(tmpdir(), "portkeep-backports-"));
  try {
    const source = join(folder, "backports.list");
    const option = existsSync(keyring) ? ` [signed-by=${keyring}]` : "";
    writeFileSync(source, `deb${option} ${mirror} ${release}-backports main\n`);
    mkdirSync(join(folder, "lists", "partial"), { recursive: true });
    const settings = [
      ...["-o", `Dir::Etc::SourceList=${source}`, "-o", "Dir::Etc::SourceParts=/dev/null"],
      ...["-o", `Dir::State::Lists=${join(folder, "lists")}`],
    ];
    await apt([...settings, "update"]);
    await apt([...settings, "install", "-t", `${release}-backports`, ...packages]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// Where this machine gets Debian's main archive from: its backports are in the same place.
async function ownMirror(): Promise<{ mirror: string; release: string }> {
  const lists = ["indextargets", "--format", "$(REPO_URI) $(CODENAME)"];
  const chosen = ["Created-By: Packages", "Origin: Debian", "Component: main"];
  const main = async () => /^(\S+) ([a-z]+)$/m.exec((await apt([...lists, ...chosen])).stdout);
  const [, mirror, release] = (await main()) ?? (await apt(["update"]).then(main)) ?? [];
  if (mirror === undefined || release === undefined) {
    throw new Error("None of this machine's package sources is Debian's main archive.");
  }
  return { mirror, release };
}

function apt(given: readonly string[]) {
  return execa(installer, ["-y", "--no-install-recommends", ...given], {
    env: { DEBIAN_FRONTEND: "noninteractive" },
  });
}
