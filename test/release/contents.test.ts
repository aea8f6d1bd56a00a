import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { describe, expect, test } from "vitest";
import packageJson from "../../package.json";
import { filesIn } from "../cli/console.ts";
import { copyOfCheckout, folderOfFile, packageFile, packedForRelease } from "./packed.ts";

const source = join(import.meta.dirname, "../../src");
const address = "https://git.example.com/somebody/portkeep";
const copy = copyOfCheckout();
const packed = await packedForRelease(copy, address);
const unpacked = folderOfFile();
await execa("tar", ["-xzf", join(packed, packageFile), "-C", unpacked]);
const content = join(unpacked, "package");
const read = (path: string) => readFileSync(join(content, path), "utf8");

const licenses = read("dist/third-party-licenses.txt")
  .split(/^## (?=\S+ - \d)/m)
  .slice(1)
  .map((section) => {
    const [, name = "", version = ""] = /^(\S+) - (\S+) \(/.exec(section) ?? [];
    return { name, version, text: section.slice(section.indexOf("\n")).trim() };
  });

/** Gives the packages whose code the sources import. */
function importedPackages(): string[] {
  const files = filesIn(source).filter((file) => /(?<!\.d)\.ts$/.test(file));
  const text = files.map((file) => readFileSync(join(source, file), "utf8")).join("\n");
  const statements = [
    ...text.matchAll(
      /(?:^(?:import|export) (?!type )[^;]*?from |\bimport\()"((?:@[^/"]+\/)?[a-z][^/":]*)[/"]/gm,
    ),
  ];
  return [...new Set(statements.map(([, name = ""]) => name))];
}

describe("the package", () => {
  test("holds what a user needs, and nothing else", () => {
    const kinds = filesIn(content).map((file) =>
      file.replace(/^dist\/assets\/[\w-]+\.js$/, "dist/assets").replace(/^docs\/[\w/-]+\.(md|png)$/, "docs"),
    );
    expect([...new Set(kinds)].sort()).toEqual([
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "dist/assets",
      "dist/page/catalog.js",
      "dist/page/index.html",
      "dist/page/page.css",
      "dist/page/page.js",
      "dist/page/third-party-licenses.txt",
      "dist/portkeep.js",
      "dist/third-party-licenses.txt",
      "docs",
      "package.json",
      "src/table/own-table.schema.json",
    ]);
  });

  test("needs no other package, and says where it is from", () => {
    const manifest = JSON.parse(read("package.json"));
    expect(Object.keys(manifest).filter((key) => /dependencies$/i.test(key))).toEqual(["devDependencies"]);
    expect(manifest.repository).toEqual({ type: "git", url: `git+${address}.git` });
  });

  test("has no scripts, so npm warns of none", () => {
    expect(JSON.parse(read("package.json"))).not.toHaveProperty("scripts");
  });

  test("leaves package.json as it was", () => {
    expect(JSON.parse(readFileSync(join(copy, "package.json"), "utf8"))).toEqual(packageJson);
  });

  test("has every file that its pages link to", () => {
    const pages = filesIn(content).filter((file) => file.endsWith(".md"));
    const links = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link = ""]) => [page, link] as const),
    );
    expect(links.length).toBeGreaterThan(20);
    const broken = links.filter(([page, link]) => !existsSync(join(content, dirname(page), link)));
    expect(broken).toEqual([]);
  });

  test("is the same bytes when it is packed again in another place", async () => {
    const again = await packedForRelease(copyOfCheckout(copy), address);
    expect(readFileSync(join(again, packageFile)).equals(readFileSync(join(packed, packageFile)))).toBe(true);
  });
});

describe("the licences of what is in it", () => {
  test("are there for each package that the sources import", () => {
    const imported = importedPackages();
    expect(imported.length).toBeGreaterThan(10);
    const names = licenses.map(({ name }) => name);
    expect(imported.filter((name) => !names.includes(name))).toEqual([]);
  });

  test("are whole texts that name whom the code is of", () => {
    for (const { name, text } of licenses) {
      expect([name, text]).toEqual([name, expect.stringMatching(/copyright|\(c\)/i)]);
      expect([name, text.length > 500]).toEqual([name, true]);
    }
  });

  test("are beside the page for what is in the page", () => {
    expect(read("dist/page/third-party-licenses.txt")).toMatch(/^## handlebars - /m);
  });
});

test("the list of what it was built with has all that is in it, in that version", () => {
  const name = packageFile.replace(".tgz", ".cdx.json");
  const { bomFormat, components } = JSON.parse(readFileSync(join(packed, name), "utf8"));
  expect(bomFormat).toBe("CycloneDX");
  const listed = components.map(
    ({ group, name, version }: Record<string, string>) => `${group ? `${group}/` : ""}${name}@${version}`,
  );
  expect(
    licenses.map(({ name, version }) => `${name}@${version}`).filter((id) => !listed.includes(id)),
  ).toEqual([]);
});
