import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { beforeAll, describe, expect, test } from "vitest";
import type { Catalog, CatalogCopy } from "../../src/fleet/catalog.ts";
import { sealIn } from "../../src/fleet/seal.ts";
import {
  fingerprint,
  root,
  signer,
  signers,
  timestampAuthority,
  timestampRoot,
  unsigned,
} from "../cli/signed.ts";
import { verifyByOsslsigncode } from "../signing/oracles/osslsigncode.ts";
import { localAuthority, signs } from "../signing/timestamp/local-authority.ts";
import { folderOfFile, packageFile } from "./packed.ts";
import { catalogFile, configured, seal, sign, verify, zipLast } from "./signing.ts";

/** Unpacks the catalogue of a release. */
async function siteOf(release: string): Promise<string> {
  const site = folderOfFile();
  await execa("unzip", ["-q", join(release, catalogFile), "-d", site]);
  return site;
}

const serialIn = (site: string) => sealIn(readFileSync(join(site, "manifest.ps1")))?.serial;

function copiesIn(site: string): CatalogCopy[] {
  const catalog: Catalog = JSON.parse(readFileSync(join(site, "catalog.json"), "utf8"));
  return catalog.scripts.flatMap((entry) => entry.copies);
}

describe("with a signer", () => {
  let release: string;
  beforeAll(async () => {
    const signed = await sign(configured);
    expect(signed).toMatchObject({ exitCode: 0, left: [] });
    release = join(signed.folder, "release");
  });

  test("all that a release publishes comes out, and the same bytes the second time", async () => {
    const names = [packageFile, packageFile.replace(".tgz", ".cdx.json"), catalogFile, "SHA256SUMS"].sort();
    expect(readdirSync(release).sort()).toEqual(names);
    const second = await sign(configured);
    for (const name of names) {
      const again = readFileSync(join(second.folder, "release", name));
      expect([name, again.equals(readFileSync(join(release, name)))]).toEqual([name, true]);
    }
  });

  test("every script in the catalogue is signed by it, as osslsigncode sees it too", async () => {
    const site = await siteOf(release);
    expect(readdirSync(site)).toEqual(expect.arrayContaining(["index.html", "page.js", "manifest.ps1"]));
    const copies = copiesIn(site);
    expect(new Set(copies.map((copy) => copy.signer?.sha256))).toEqual(new Set([fingerprint(signer)]));
    const sample = copies.filter((_, index) => index % 50 === 0).map(({ path }) => path);
    for (const path of ["manifest.ps1", ...sample]) {
      const judged = await verifyByOsslsigncode(readFileSync(join(site, path)), { root });
      expect([path, judged]).toMatchObject([path, { ok: true }]);
    }
  });

  test("its serial number is 1", async () => {
    expect(serialIn(await siteOf(release))).toBe(1);
  });

  test("the check of the release accepts it", async () => {
    expect(await verify(release)).toMatchObject({ exitCode: 0, stderr: "" });
  });
});

test("the next release has a serial number one higher, and timestamps where there is an authority for them", async () => {
  const last = folderOfFile();
  await seal(last, "older\n", 7);
  const { url, visits } = await localAuthority(signs(timestampAuthority));
  const stamped = { SIGN_TIMESTAMP: url, SIGN_TIMESTAMP_ROOT: timestampRoot.certificatePem };
  const { exitCode, folder } = await sign({ ...configured, ...stamped }, (place) => zipLast(last, place));
  expect(exitCode).toBe(0);
  const site = await siteOf(join(folder, "release"));
  expect(serialIn(site)).toBe(8);
  const copies = copiesIn(site);
  expect(copies.filter(({ timestamp }) => timestamp === null)).toEqual([]);
  expect(visits.length).toBe(copies.length + 1);
});

describe("nothing is released, and nothing is left behind,", () => {
  test.each(Object.keys(configured))("without %s", async (name) => {
    const { exitCode, stderr, folder, left } = await sign({ ...configured, [name]: "" });
    expect(stderr).toBe(
      `error: There is no signer: ${name} is not set. See docs/release.md. Nothing is released.`,
    );
    expect({ exitCode, left, out: readdirSync(folder) }).toEqual({
      exitCode: 1,
      left: [],
      out: ["packed", "tmp"],
    });
  });

  test("where the folder is there already", async () => {
    const { exitCode, stderr, folder, left } = await sign(configured, (place) =>
      mkdirSync(join(place, "release")),
    );
    expect(stderr).toMatch(/^error: \S+\/release is there already\. Nothing is released\.$/);
    expect({ exitCode, left, in: readdirSync(join(folder, "release")) }).toEqual({
      exitCode: 1,
      left: [],
      in: [],
    });
  });

  test.each<[string, (last: string) => void]>([
    ["was changed", (last) => appendFileSync(join(last, "manifest.jsonl"), "more\n")],
    ["is not signed", (last) => writeFileSync(join(last, "manifest.ps1"), unsigned)],
  ])("where the last release's catalogue %s", async (_, change) => {
    const last = folderOfFile();
    await seal(last, "older\n", 7);
    change(last);
    const { exitCode, stderr, folder, left } = await sign(configured, (place) => zipLast(last, place));
    expect(stderr).toContain("error: The last release's catalogue is not accepted. Nothing is released.");
    expect({ exitCode, left, isThere: existsSync(join(folder, "release")) }).toEqual({
      exitCode: 1,
      left: [],
      isThere: false,
    });
  });

  const noAuthority = { SIGN_TIMESTAMP: "http://127.0.0.1:9/" };
  test.each<[string, Record<string, string>, string]>([
    ["where the signer is not there", { SIGN_COMMAND: "no-such-signer {hash}" }, "no-such-signer"],
    ["where the authority for timestamps has no such address", { SIGN_TIMESTAMP: "ftp://a" }, "--timestamp"],
    [
      "where the pause between timestamps is no number",
      { ...noAuthority, SIGN_TIMESTAMP_INTERVAL: "soon" },
      "--timestamp-interval",
    ],
    [
      "where the root of timestamps is no certificate",
      { ...noAuthority, SIGN_TIMESTAMP_ROOT: "none" },
      "timestamp-root.pem",
    ],
    ["where the signer's key is another one", { SIGN_CERTIFICATE: signers.p256.chainPem }, "signature"],
  ])("%s", async (_, other, said) => {
    const { exitCode, stderr, folder, left } = await sign({ ...configured, ...other });
    expect(exitCode).not.toBe(0);
    expect(stderr).toContain(said);
    expect({ left, isThere: existsSync(join(folder, "release")) }).toEqual({ left: [], isThere: false });
  });
});
