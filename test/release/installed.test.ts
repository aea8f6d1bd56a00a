import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import packageJson from "../../package.json";
import { targets } from "../../src/delivery/targets.ts";
import { catalogSites } from "../../src/fleet/catalog-sites.ts";
import { builtInTable } from "../../src/table/table.ts";
import { filesIn, portkeep } from "../cli/console.ts";
import { root, signedBy, signer, unsigned } from "../cli/signed.ts";
import { makePfx } from "../signing/keys/pfx/pfx.ts";
import { type Installed, install } from "./install.ts";
import { nodes } from "./nodes.ts";
import { copyOfCheckout, folderOfFile, packageFile, packedForRelease } from "./packed.ts";

const withPfx = ["--sign-pfx", "signer.pfx", "--sign-password-file", "password.txt"];
const build = ["build", "sites.csv", ...withPfx, "--for", "raw", "-o", "fleet", "--json"];
const catalog = ["catalog", "-o", "catalog", "--json"];

/** What is done one after the other in a folder, and how each ends. */
const story: [argv: string[], code: number][] = [
  [["--version"], 0],
  [["--help"], 0],
  [["products", "--json"], 0],
  [["explain", "1812"], 0],
  [["render", "--product", "all", "--locale", "nl", "-o", "all.ps1"], 0],
  [["render", "--product", "ias", "--os", "windows-2000-server", "--format", "vbs", "-o", "old.vbs"], 0],
  [["sign", "all.ps1", ...withPfx], 0],
  [["verify", "all.ps1", "--root", "root.cer"], 0],
  [["verify", "changed.ps1", "--root", "root.cer"], 1],
  [["read", "all.ps1", "--json"], 0],
  [["package", "all.ps1", ...withPfx, "--for", Object.keys(targets).join(","), "-o", "bundles"], 0],
  [build, 0],
  [build, 0],
  [["render", "--product", "iass"], 2],
  [["render", "--table", "missing.yaml", "--json"], 2],
];

const pfx = await makePfx(signer, "secret");
const changed = (await signedBy(signer, unsigned)).fill("#", 0, 1);

/** Gives a folder for the story, which everybody may write in. */
function folderOfStory(): string {
  const folder = folderOfFile();
  chmodSync(folder, 0o777);
  const files = {
    "signer.pfx": pfx,
    "password.txt": "secret",
    "root.cer": root.certificatePem,
    "changed.ps1": changed,
    "sites.csv": "site,products\nOne,ias\nTwo,ipsec l2tp\nThree,ias\n",
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

/** Gives every file under a folder with its bytes in base64. */
const contentOf = (folder: string) =>
  filesIn(folder).map((file) => [file, readFileSync(join(folder, file), "base64")]);

const packagePath = join(await packedForRelease(copyOfCheckout()), packageFile);

describe.each(await nodes())("on Node.js $version", ({ version, path }) => {
  let installed: Installed;
  beforeAll(async () => {
    expect((await execa("node", ["--version"], { env: { PATH: path } })).stdout).toBe(`v${version}`);
    installed = await install(packagePath, folderOfFile(), path);
  });

  test("the installed program says and writes what its sources do", async () => {
    const folder = folderOfStory();
    const twin = folderOfStory();
    for (const [argv, code] of story) {
      const wanted = await portkeep(argv, twin);
      expect([argv, await installed(argv, folder)]).toEqual([argv, { ...wanted, code }]);
    }
    expect(contentOf(folder)).toEqual(contentOf(twin));
  });

  test("it makes the catalogue with its page", async () => {
    const folder = folderOfStory();
    const { code, stdout } = await installed(catalog, folder);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ sites: catalogSites(builtInTable).length, errors: [] });
    for (const name of ["index.html", "page.js", "catalog.js", "manifest.jsonl"]) {
      expect(statSync(join(folder, "catalog", name)).size).toBeGreaterThan(500);
    }
  });
});

test("it runs from a path with blanks and other letters, and in a folder that it may not write in", async () => {
  const place = join(folderOfFile(), "Größe & 'co' \u65e5\u672c\u8a9e");
  mkdirSync(place);
  chmodSync(join(place, ".."), 0o755);
  const installed = await install(packagePath, place);
  await execa("chmod", ["-R", "a-w", place]);
  onTestFinished(async () => void (await execa("chmod", ["-R", "u+w", place])));
  const folder = folderOfStory();
  // For root no folder is read-only, so nobody runs it.
  const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const written = execa("touch", [join(place, "lib", "written")], { ...nobody, reject: false });
  expect(await written).toMatchObject({ failed: true });
  expect(await installed(["--version"], folder, nobody)).toMatchObject({
    stdout: `${packageJson.version}\n`,
  });
  for (const argv of [story[4]?.[0] ?? [], story[6]?.[0] ?? [], build, catalog]) {
    expect([argv[0], await installed(argv, folder, nobody)]).toMatchObject([argv[0], { code: 0 }]);
  }
});
