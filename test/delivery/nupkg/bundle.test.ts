import { createHash } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, test } from "vitest";
import { nupkg } from "../../../src/delivery/nupkg/bundle.ts";
import { emptyFolder } from "../../cli/console.ts";
import { sharedHost } from "../../rig/shared.ts";
import { issue, pki } from "../../signing/pki.ts";
import { fileOf } from "../bundle.ts";
import { signedPackage, unsignedPackage } from "../package.ts";
import { unzip } from "../unzip.ts";

const { intermediate, signers } = await pki();
const given = await signedPackage();
const bundle = await nupkg(given);
const archive = fileOf(bundle, "reserve-ports.1.2.3.nupkg");
const host = await sharedHost("linux");
const entries = await unzip(archive);
const text = (name: string, from = entries) => from.get(name)?.toString() ?? "";

/** Gives what an XPath without namespaces finds, as .NET reads the XML. */
async function find(xml: string, path: string): Promise<string[]> {
  const code =
    "([xml]$xml).SelectNodes($path) | ForEach-Object { if ($_.Value) { $_.Value } else { $_.InnerText } }";
  const { output, stderr } = await host.evaluate(code, { xml, path });
  if (stderr !== "") throw new Error(stderr);
  return output;
}

const named = (name: string) => `//*[local-name()='${name}']`;

test("a folder feed takes it", async () => {
  const folder = emptyFolder();
  const file = join(folder, "reserve-ports.1.2.3.nupkg");
  const feed = join(folder, "feed");
  writeFileSync(file, archive);
  mkdirSync(feed);
  await execa("dotnet", ["nuget", "push", file, "--source", feed], {
    env: { HOME: folder, DOTNET_CLI_TELEMETRY_OPTOUT: "1", DOTNET_NOLOGO: "1" },
  });
  expect(existsSync(join(feed, "reserve-ports.1.2.3.nupkg"))).toBe(true);
});

test("it is a package of the Open Packaging Conventions: each file has a type, and one relationship leads to the nuspec", async () => {
  const types = await find(text("[Content_Types].xml"), `${named("Default")}/@Extension`);
  const extensions = [...entries.keys()]
    .filter((name) => !name.startsWith("["))
    .map((name) => name.split(".").at(-1));
  expect(new Set(types)).toEqual(new Set(extensions));
  expect(await find(text("_rels/.rels"), `${named("Relationship")}/@Target`)).toEqual([
    "/reserve-ports.nuspec",
  ]);
});

test("it holds the script as it was given", () => {
  expect(entries.get("tools/reserve-ports.ps1")).toEqual(Buffer.from(given.script));
});

test("VERIFICATION.txt has the hash of every script in it, and of the signer's certificate", () => {
  const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
  const verification = text("tools/VERIFICATION.txt");
  for (const name of ["reserve-ports.ps1", "chocolateyInstall.ps1"]) {
    expect(verification).toContain(`${hash(entries.get(`tools/${name}`) ?? Buffer.of())}  ${name}\r\n`);
  }
  expect(verification).toContain(hash(given.signer?.raw ?? Buffer.of()));
});

describe("the nuspec", () => {
  test("has what a package needs, and names the signer as its author", async () => {
    const valuesOf = (name: string) => find(text("reserve-ports.nuspec"), named(name));
    expect(await valuesOf("id")).toEqual(["reserve-ports"]);
    expect(await valuesOf("version")).toEqual(["1.2.3"]);
    expect(await valuesOf("authors")).toEqual(["Test Signer rsa2048"]);
    expect((await valuesOf("description"))[0]).toContain("- 1812-1813 IAS (KB 956189)\n");
  });

  test("is XML whatever the signer is called", async () => {
    const name = "A & B\u202e <c>";
    const other = await signedPackage(undefined, await issue(intermediate, { name, key: signers.rsa2048 }));
    const unpacked = await unzip(fileOf(await nupkg(other), "reserve-ports.1.2.3.nupkg"));
    expect(await find(text("reserve-ports.nuspec", unpacked), named("authors"))).toEqual(["A & B  \\<c\\>"]);
  });
});

test.each([
  ["Reserve.Ports_2", "reserve-ports-2"],
  ["a..b--c-", "a-b-c"],
])("the script's name %s becomes the id %s", async (name, id) => {
  const paths = (await nupkg({ ...unsignedPackage(), name })).map(({ path }) => path);
  expect(paths).toContain(`${id}.1.2.3.nupkg`);
});

test("a script that does something else than apply is refused: an installation would not install", async () => {
  await expect(nupkg(unsignedPackage({ products: ["ias"], action: "Test" }))).rejects.toMatchObject({
    code: "package-action",
  });
});
