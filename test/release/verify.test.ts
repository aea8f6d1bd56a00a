import { appendFileSync, cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, test } from "vitest";
import { filesIn, portkeep } from "../cli/console.ts";
import { folderToSign, root, timestampAuthority, timestampRoot, unsigned, withKey } from "../cli/signed.ts";
import { localAuthority, signs } from "../signing/timestamp/local-authority.ts";
import { folderOfFile } from "./packed.ts";
import { catalogFile, packed, seal, verify } from "./signing.ts";

/** Makes a release with a catalogue of two scripts, which are changed before anything vouches for the archive. */
async function makeRelease(
  change: (site: string, scripts: string[]) => unknown = () => {},
  ...options: string[]
): Promise<string> {
  const folder = folderToSign({ "sites.csv": "site,products\na,ias\nb,ipsec\n" });
  const build = ["build", "sites.csv", ...withKey, "--for", "raw", ...options, "-o", "site"];
  expect(await portkeep(build, folder)).toMatchObject({ code: 0 });
  const site = join(folder, "site");
  await change(
    site,
    filesIn(join(site, "scripts")).map((file) => join(site, "scripts", file)),
  );
  const release = folderOfFile();
  cpSync(packed, release, { recursive: true });
  await execa("zip", ["-q", "-r", join(release, catalogFile), "."], { cwd: site });
  const sums = await execa("sha256sum", ["--", ...filesIn(release)], { cwd: release });
  writeFileSync(join(release, "SHA256SUMS"), `${sums.stdout}\n`);
  return release;
}

test("the check accepts a release as it was made", async () => {
  expect(await verify(await makeRelease())).toMatchObject({ exitCode: 0, stderr: "" });
});

test("it refuses a release under another root", async () => {
  const { exitCode, all } = await verify(await makeRelease(), timestampRoot);
  expect([exitCode === 0, all]).toEqual([false, expect.stringContaining("the signature is not accepted")]);
});

test("it accepts timestamps under the root of their authority alone", async () => {
  const { url } = await localAuthority(signs(timestampAuthority));
  const release = await makeRelease(undefined, "--timestamp", url);
  expect(await verify(release, root, timestampRoot)).toMatchObject({ exitCode: 0, stderr: "" });
  expect((await verify(release, root, root)).exitCode).not.toBe(0);
});

test("it refuses one with a file that was changed", async () => {
  const release = await makeRelease();
  appendFileSync(join(release, catalogFile), "x");
  const { exitCode, all } = await verify(release);
  expect([exitCode === 0, all]).toEqual([false, expect.stringContaining(`${catalogFile}: FAILED`)]);
});

describe("it refuses a catalogue", () => {
  test.each<[string, Parameters<typeof makeRelease>[0], RegExp]>([
    [
      "with a script in another one's place",
      (_, [one = "", other = ""]) => cpSync(one, other),
      /^scripts\/.+\.ps1: FAILED$/m,
    ],
    [
      "with a bundle that was changed",
      (site) => appendFileSync(join(site, "bundles", filesIn(join(site, "bundles"))[0] ?? ""), "x"),
      /^bundles\/.+\/raw\.zip: FAILED$/m,
    ],
    ["without one of its scripts", (_, [one = ""]) => rmSync(one), /^scripts\/.+\.ps1: FAILED open/m],
    [
      "with a script more, that is not signed",
      (site) => writeFileSync(join(site, "scripts/more.ps1"), unsigned),
      /more\.ps1: the signature is not accepted/,
    ],
    [
      "with a manifest that was changed",
      (site) => appendFileSync(join(site, "manifest.jsonl"), "\n"),
      /manifest\.ps1: the signature is not accepted/,
    ],
    ["that nothing vouches for", (site) => rmSync(join(site, "manifest.ps1")), /manifest\.ps1/],
    ["of no script", (site) => seal(site, "", 1), /error: The catalogue's manifest names no script\./],
  ])("%s", async (_, change, said) => {
    const { exitCode, all } = await verify(await makeRelease(change));
    expect(all).toMatch(said);
    expect(exitCode).not.toBe(0);
  });
});
