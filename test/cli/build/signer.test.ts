import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { type Issued, issue, makeRoot } from "../../signing/pki.ts";
import { localAuthority, signs } from "../../signing/timestamp/local-authority.ts";
import { filesIn, portkeep } from "../console.ts";
import {
  fingerprint,
  folderToSign,
  intermediate,
  root,
  signer,
  signers,
  timestampAuthority,
  withKey,
} from "../signed.ts";

// Programs are started, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const [old, renewed] = await Promise.all([
  issue(intermediate, { name: "Renewed" }),
  issue(intermediate, { name: "Renewed" }),
]);
const list = "site,products\na,ias\nb,ipsec\n";
let folder: string;
let note: string;

beforeEach(() => {
  folder = folderToSign({ "sites.csv": list });
  note = join(folder, "note");
});

/** Gives the options for a program that signs and counts; further words go to it. */
function byCommand(issued = signer, ...words: string[]): string[] {
  const program = join(import.meta.dirname, "counting-signer.mjs");
  const command = [process.execPath, program, issued.keyFile, note, ...words];
  return ["--sign-command", command.map((word) => `"${word}"`).join(" ")];
}

/** Builds, and gives how many scripts were signed now, and how many were there. */
async function build(...options: string[]): Promise<Record<string, unknown>> {
  const { stdout, stderr } = await portkeep(
    ["build", "sites.csv", "-o", "fleet", "--json", ...options],
    folder,
  );
  const { scripts } = JSON.parse(stdout);
  if (!scripts) throw new Error(stderr);
  return scripts;
}

function signedCount(): number {
  return readFileSync(note, "utf8").trim().split("\n").length;
}

describe("a development certificate", () => {
  const argv = ["build", "sites.csv", "-o", "fleet", "--sign-development", "--json"];

  test("is refused, and nothing is made", async () => {
    const { code, stdout } = await portkeep(argv, folder);
    expect([code, JSON.parse(stdout).error.code]).toEqual([2, "development-certificate"]);
    expect(Object.keys(filesIn(folder))).not.toContain("fleet/manifest.jsonl");
  });

  test("signs where it is allowed, and what is said does not lead to a check that would refuse it", async () => {
    const { code, stdout, stderr } = await portkeep([...argv, "--allow-development"], folder);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      development: true,
      scripts: { new: 2 },
      warnings: [{ code: "development-certificate" }],
    });
    expect(stderr).toContain("warning: This is a development certificate: no machine trusts it");
    expect(stderr).not.toContain("portkeep verify fleet");
  });
});

describe("a script that is there is signed again", () => {
  test("by another hash", async () => {
    await build(...withKey);
    expect(await build(...withKey, "--hash", "sha384")).toMatchObject({ new: 2, kept: 0 });
    expect(await build(...withKey, "--hash", "sha384")).toMatchObject({ new: 0, kept: 2 });
  });

  test("by another certificate, beside the first", async () => {
    await build(...withKey);
    const { keyPem, chainPem } = signers.p256;
    writeFileSync(join(folder, "key.pem"), keyPem, { mode: 0o600 });
    writeFileSync(join(folder, "chain.pem"), chainPem);
    expect(await build(...withKey)).toMatchObject({ new: 2, kept: 0 });
    const scripts = filesIn(join(folder, "fleet")).filter((file) => file.startsWith("scripts/"));
    expect(scripts).toHaveLength(4);
  });

  test("with a timestamp by an authority that leads to another root", async () => {
    const otherRoot = await makeRoot({ name: "Other Timestamp Root" });
    const other = await issue(otherRoot, { usage: "timeStamping" });
    writeFileSync(join(folder, "other-root.cer"), otherRoot.certificatePem);
    const [first, second] = await Promise.all([
      localAuthority(signs(timestampAuthority)),
      localAuthority(signs(other)),
    ]);
    await build(...withKey, "--timestamp", first.url);
    const options = [...withKey, "--timestamp", second.url, "--timestamp-root", "other-root.cer"];
    expect(await build(...options)).toMatchObject({ new: 2, kept: 0 });
    expect(await build(...options)).toMatchObject({ new: 0, kept: 2 });
    const judged = ["--signer", fingerprint(signer), "--timestamp-root", "other-root.cer"];
    const seal = join("fleet", "manifest.ps1");
    expect(await portkeep(["verify", seal, ...judged], folder)).toMatchObject({ code: 0 });
  });

  test("when its text is followed by something else", async () => {
    await build(...withKey);
    const [name = ""] = filesIn(join(folder, "fleet")).filter((file) => file.startsWith("scripts/"));
    writeFileSync(join(folder, "fleet", name), "\r\n", { flag: "a" });
    expect(await build(...withKey)).toMatchObject({ new: 1, kept: 1 });
  });
});

describe("a program that signs", () => {
  test("signs each script and the manifest once, and nothing the second time", async () => {
    const options = ["--sign-cert", signer.chainFile, ...byCommand()];
    expect(await build(...options)).toMatchObject({ new: 2, kept: 0 });
    expect(signedCount()).toBe(3);
    expect(await build(...options)).toMatchObject({ new: 0, kept: 2 });
    expect(signedCount()).toBe(3);
  });

  test("and a key in a file know each other's scripts", async () => {
    await build(...withKey);
    expect(await build("--sign-cert", signer.chainFile, ...byCommand())).toMatchObject({ new: 0, kept: 2 });
  });

  test("under an authority that has ended is warned of, and its scripts are known again", async () => {
    const notAfter = new Date("2021-01-01");
    const ended = await issue(root, { name: "Ended", ca: true, notAfter });
    const issued = await issue(ended, { name: "Below" });
    const options = ["--sign-cert", issued.chainFile, ...byCommand(issued)];
    expect(await build(...options)).toMatchObject({ new: 2, kept: 0 });
    expect(await build(...options)).toMatchObject({ new: 0, kept: 2 });
  });

  test("whose certificate was renewed has the manifest checked by the one that its seal is by", async () => {
    const bySubject = (issued: Issued) => [
      ...["--sign-subject", "CN=Renewed"],
      ...byCommand(issued, issued.certificateFile),
    ];
    await build(...bySubject(old));
    writeFileSync(join(folder, "sites.csv"), `${list}c,ias\n`);
    const argv = ["build", "sites.csv", "-o", "fleet", ...bySubject(renewed)];
    const { stdout, stderr } = await portkeep([...argv, "--json"], folder);
    expect(JSON.parse(stdout)).toMatchObject({
      scripts: { new: 0, kept: 2 },
      signer: { sha256: fingerprint(renewed) },
    });
    expect(stderr).toMatch(new RegExp(`--signer ${fingerprint(renewed)}\n$`));
  });
});
