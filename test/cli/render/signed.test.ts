import { describe, expect, test, vi } from "vitest";
import { issue } from "../../signing/pki.ts";
import { localAuthority, signs, status } from "../../signing/timestamp/local-authority.ts";
import { filesIn, portkeep, stateVariables } from "../console.ts";
import {
  bytesOf,
  fingerprint,
  folderToSign,
  intermediate,
  signedBy,
  signer,
  timestampAuthority,
  unsigned,
  withKey,
} from "../signed.ts";

const wanted = await signedBy(signer);
const render = ["render", "--product", "ias", "-o", "new.ps1"];

describe("with a key, a script is rendered and signed", () => {
  test("into its file", async () => {
    const folder = folderToSign();
    const { code, stdout, stderr } = await portkeep([...render, ...withKey], folder);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "new.ps1\n" });
    expect(bytesOf(folder, "new.ps1")).toEqual(wanted);
    expect(stderr).toMatch(
      /\nSigned by CN=Test Signer rsa2048, with SHA-256\.\nWithout a timestamp .* ends on 2049-12-31/,
    );
    expect(stderr).toContain("-ExecutionPolicy AllSigned -File new.ps1");
    expect(stderr).not.toContain("not signed");
  });

  test("onto standard output, byte by byte", async () => {
    const { bytes } = await portkeep(["render", "--product", "ias", "-o", "-", ...withKey], folderToSign());
    expect(bytes).toEqual(wanted);
  });

  test("under the name that it has unsigned, so that the two never lie side by side", async () => {
    const folder = folderToSign();
    const argv = ["render", "--product", "ias"];
    const first = await portkeep(argv, folder);
    const second = await portkeep([...argv, ...withKey], folder);
    expect(second.stdout).toBe(first.stdout);
    expect(bytesOf(folder, second.stdout.trim())).toEqual(wanted);
  });

  test("with a timestamp", async () => {
    const { url } = await localAuthority(signs(timestampAuthority));
    const argv = [...render, ...withKey, "--timestamp", url, "--json"];
    const { code, stdout } = await portkeep(argv, folderToSign());
    expect(code).toBe(0);
    expect(JSON.parse(stdout).timestamp).toMatch(/^\d{4}-/);
  });

  test("with LF line ends, in which the signature is written too", async () => {
    const folder = folderToSign();
    await portkeep([...render, ...withKey, "--newline", "lf"], folder);
    expect(bytesOf(folder, "new.ps1").includes("\r")).toBe(false);
    expect(await portkeep(["verify", "new.ps1", "--root", "root.cer"], folder)).toMatchObject({ code: 0 });
  });

  test("with a development certificate, and the commands ask for no signature then", async () => {
    const { code, stderr } = await portkeep([...render, "--sign-development"], folderToSign());
    expect(code).toBe(0);
    expect(stderr).toContain("This is a development certificate");
    expect(stderr).toContain("-ExecutionPolicy Bypass");
  });
});

describe("the JSON", () => {
  test("tells of the signature, in keys that are there without one too", async () => {
    const folder = folderToSign();
    const plain = JSON.parse((await portkeep([...render, "--json"], folder)).stdout);
    const signed = JSON.parse((await portkeep([...render, "--json", ...withKey], folder)).stdout);
    expect(plain).toMatchObject({
      signed: false,
      hash: null,
      signer: null,
      development: false,
      timestamp: null,
    });
    expect(signed).toEqual({
      ...plain,
      signed: true,
      bytes: wanted.length,
      hash: "sha256",
      signer: expect.objectContaining({ subject: "CN=Test Signer rsa2048", sha256: fingerprint(signer) }),
      development: false,
      timestamp: null,
    });
  });
});

describe("without a key", () => {
  test("a script is rendered unsigned, and that is said", async () => {
    const folder = folderToSign();
    const { code, stderr } = await portkeep(render, folder);
    expect(code).toBe(0);
    expect(stderr).toContain("\nThe script is not signed.\n");
    expect(bytesOf(folder, "new.ps1")).toEqual(unsigned);
  });

  test.each([
    ["--hash", "sha384"],
    ["--sign-cert", "chain.pem"],
    ["--sign-password-env", "HOME"],
    ["--sign-subject", "CN=x"],
    ["--timestamp", "http://127.0.0.1:9/"],
    ["--timestamp-root", "root.cer"],
    ["--timestamp-interval", "15"],
  ])("an option that says how to sign is not passed over: %s", async (...option) => {
    const folder = folderToSign();
    const before = filesIn(folder);
    const { code, stdout } = await portkeep([...render, ...option, "--json"], folder);
    expect(JSON.parse(stdout).error.code).toBe("signing-key-missing");
    expect(code).toBe(2);
    expect(filesIn(folder)).toEqual(before);
  });
});

describe("a dry run", () => {
  test("signs nothing, asks nobody and opens no key", async () => {
    const ask = vi.fn(async () => "");
    const folder = folderToSign();
    const before = filesIn(folder);
    const argv = [...render, "--dry-run", "--sign-pfx", "missing.pfx"];
    const { code, stderr } = await portkeep(argv, folder, "", { ask });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^Nothing was written\./);
    expect(filesIn(folder)).toEqual(before);
    expect(ask).not.toHaveBeenCalled();
  });

  test("makes no development certificate", async () => {
    const state = folderToSign();
    const before = filesIn(state);
    const argv = [...render, "--dry-run", "--sign-development", "--json"];
    const { stdout } = await portkeep(argv, folderToSign(), "", { env: stateVariables(state) });
    expect(JSON.parse(stdout)).toMatchObject({ written: false, signed: false });
    expect(filesIn(state)).toEqual(before);
  });
});

describe("what cannot be signed is not written, and what stood there stays", () => {
  test.each([
    [
      "a certificate of another key",
      { "chain.pem": intermediate.certificatePem },
      [],
      "key-without-certificate",
    ],
    ["no timestamp", {}, ["--timestamp", "AUTHORITY"], "timestamp-failed"],
  ])("%s", async (_, files, options, wantedCode) => {
    const { url } = await localAuthority(status(404));
    const folder = folderToSign({ "new.ps1": "older", ...files });
    const before = filesIn(folder);
    const more = options.map((word) => word.replace("AUTHORITY", url));
    const { code, stdout } = await portkeep([...render, ...withKey, ...more, "--json"], folder);
    expect(JSON.parse(stdout).error.code).toBe(wantedCode);
    expect(code).toBe(2);
    expect(bytesOf(folder, "new.ps1").toString()).toBe("older");
    expect(filesIn(folder)).toEqual(before);
  });
});

test("a script that grows beyond 65,535 bytes by its signature is written, with a warning", async () => {
  const wide = await issue(intermediate, { key: signer, extensions: { nsComment: "x".repeat(30_000) } });
  const folder = folderToSign({}, { ...signer, chainPem: wide.chainPem });
  const { code, stderr } = await portkeep([...render, ...withKey], folder);
  expect(stderr).toMatch(
    /^warning: the signed script has [\d,]+ bytes\. Some RMM tools take no more than 65,535\.$/m,
  );
  expect(bytesOf(folder, "new.ps1").length).toBeGreaterThan(65_535);
  expect(code).toBe(0);
});

test("a signed script is read back like one that is not", async () => {
  const folder = folderToSign();
  await portkeep([...render, ...withKey], folder);
  const { code, stdout } = await portkeep(["read", "new.ps1"], folder);
  expect(stdout).toContain("portkeep render --product ias");
  expect(code).toBe(0);
});
