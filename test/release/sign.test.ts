import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { beforeAll, describe, expect, test } from "vitest";
import type { Catalog } from "../../src/fleet/catalog.ts";
import { fingerprint, root, signer, signers, timestampRoot } from "../cli/signed.ts";
import { installPrograms } from "../rig/packages.ts";
import { verifyByOsslsigncode } from "../signing/oracles/osslsigncode.ts";
import { installTools } from "../signing/tools.ts";
import { copyOfCheckout, folderOfFile, packageFile, packedForRelease } from "./packed.ts";

await installTools();
await installPrograms([
  { program: "zip", packages: ["zip"] },
  { program: "unzip", packages: ["unzip"] },
]);

const copy = copyOfCheckout();
const packed = await packedForRelease(copy);
const catalogFile = packageFile.replace("portkeep-", "portkeep-catalog-").replace(".tgz", ".zip");

/** openssl with a key in a file stands in for the signer of a release. */
const configured = {
  SIGN_COMMAND: `openssl pkeyutl -sign -inkey "${signer.keyFile}" -in {hash} -pkeyopt digest:{hash-name}`,
  SIGN_CERTIFICATE: signer.chainPem,
  SIGN_ROOT: root.certificatePem,
  // What is signed twice is the same only without the time.
  SIGN_TIMESTAMP: "none",
};

const isHidden = (name: string) => name.startsWith(".");
const script = (name: string) => join(copy, ".github/release", name);

/** Runs the release's signing in a folder that has nothing but what was packed, and folders of its own. */
async function sign(variables: Record<string, string>, ...others: string[]) {
  const folder = folderOfFile();
  for (const other of others) mkdirSync(join(folder, other));
  cpSync(packed, join(folder, "packed"), { recursive: true });
  mkdirSync(join(folder, "tmp"));
  const env = { TMPDIR: join(folder, "tmp"), ...variables };
  const outcome = await execa(script("sign.sh"), ["packed", "release"], {
    ...{ cwd: folder, env, reject: false },
  });
  const left = [...readdirSync(join(folder, "tmp")), ...readdirSync(folder).filter(isHidden)];
  return { ...outcome, folder, left };
}

describe("with a signer", () => {
  let release: string;
  beforeAll(async () => {
    const signed = await sign(configured);
    expect(signed).toMatchObject({ exitCode: 0, left: [] });
    release = join(signed.folder, "release");
  });

  const verify = (folder: string, { certificatePem } = root) =>
    execa(script("verify.sh"), [folder, certificatePem], { reject: false });

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
    const site = folderOfFile();
    await execa("unzip", ["-q", join(release, catalogFile), "-d", site]);
    expect(readdirSync(site)).toEqual(expect.arrayContaining(["index.html", "page.js", "manifest.ps1"]));
    const catalog: Catalog = JSON.parse(readFileSync(join(site, "catalog.json"), "utf8"));
    const copies = catalog.scripts.flatMap((entry) => entry.copies);
    expect(new Set(copies.map((copy) => copy.signer?.sha256))).toEqual(new Set([fingerprint(signer)]));
    const sample = copies.filter((_, index) => index % 50 === 0).map(({ path }) => path);
    for (const path of ["manifest.ps1", ...sample]) {
      const judged = await verifyByOsslsigncode(readFileSync(join(site, path)), { root });
      expect([path, judged]).toMatchObject([path, { ok: true }]);
    }
  });

  test("the check of the release accepts it", async () => {
    expect(await verify(release)).toMatchObject({ exitCode: 0, stderr: "" });
  });

  test("the check refuses it under another root", async () => {
    const { exitCode, stderr } = await verify(release, timestampRoot);
    expect(exitCode).not.toBe(0);
    expect(stderr).toContain(".ps1: the signature is not accepted");
  });

  test("the check refuses it with a file that was changed", async () => {
    const folder = folderOfFile();
    cpSync(release, folder, { recursive: true });
    appendFileSync(join(folder, catalogFile), "x");
    const { exitCode, stdout } = await verify(folder);
    expect(exitCode).not.toBe(0);
    expect(stdout).toContain(`${catalogFile}: FAILED`);
  });
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
    const { exitCode, stderr, folder, left } = await sign(configured, "release");
    expect(stderr).toMatch(/^error: \S+\/release is there already\. Nothing is released\.$/);
    expect({ exitCode, left, in: readdirSync(join(folder, "release")) }).toEqual({
      exitCode: 1,
      left: [],
      in: [],
    });
  });

  test.each<[string, Partial<typeof configured>, string]>([
    ["where the signer is not there", { SIGN_COMMAND: "no-such-signer {hash}" }, "no-such-signer"],
    ["where the authority for timestamps has no such address", { SIGN_TIMESTAMP: "ftp://a" }, "--timestamp"],
    ["where the signer's key is another one", { SIGN_CERTIFICATE: signers.p256.chainPem }, "signature"],
  ])("%s", async (_, other, said) => {
    const { exitCode, stderr, folder, left } = await sign({ ...configured, ...other });
    expect(exitCode).not.toBe(0);
    expect(stderr).toContain(said);
    expect({ left, isThere: existsSync(join(folder, "release")) }).toEqual({ left: [], isThere: false });
  });
});
