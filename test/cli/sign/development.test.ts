import { X509Certificate } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeDevelopmentKey } from "../../../src/signing/keys/development.ts";
import { makePfx } from "../../signing/keys/pfx/pfx.ts";
import { makeRoot } from "../../signing/pki.ts";
import { emptyFolder, filesIn, portkeep, stateVariables } from "../console.ts";
import { bytesOf, fingerprint, folderToSign, signedBy, unsigned } from "../signed.ts";

const day = 86_400_000;
const onPosix = process.platform !== "win32";
const made = await makeRoot({
  name: "portkeep development certificate (not trusted)",
  key: "rsa2048",
  usage: "codeSigning",
  ca: false,
});

/** Runs a command with a state folder; gives the outcome with what is in that folder. */
async function run(state: string, argv: readonly string[], folder = folderToSign()) {
  const outcome = await portkeep(argv, folder, "", { env: stateVariables(state) });
  return { ...outcome, folder, kept: filesIn(state) };
}

const sign = (state: string) => run(state, ["sign", "script.ps1", "--sign-development"]);
const inLinux = "portkeep/development.pem";
const inMac = "Library/Application Support/portkeep/development.pem";
const name = process.platform === "darwin" ? inMac : inLinux;
const certificateIn = (state: string) => new X509Certificate(readFileSync(join(state, name)));

/** Gives a state folder in which there is a key already. */
async function stateWith(now: Date): Promise<string> {
  const state = emptyFolder();
  const { keyPem, certificatePem } = await makeDevelopmentKey(now);
  const file = join(state, name);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, certificatePem + keyPem, { mode: 0o600 });
  return state;
}

describe("a development certificate", () => {
  test("is made where there is none, and only its owner can read the key", async () => {
    const state = emptyFolder();
    const { code, kept } = await sign(state);
    expect({ code, kept }).toEqual({ code: 0, kept: [name] });
    const { mode } = statSync(join(state, name));
    const folder = statSync(join(state, name, ".."));
    if (onPosix) expect([mode & 0o777, folder.mode & 0o777]).toEqual([0o600, 0o700]);
  });

  test("says what it is, and lasts 30 days", async () => {
    const state = emptyFolder();
    await sign(state);
    const { subject, validTo } = certificateIn(state);
    expect(subject).toBe("CN=portkeep development certificate (not trusted)");
    const left = Date.parse(validTo) - Date.now();
    expect(left).toBeGreaterThan(29 * day);
    expect(left).toBeLessThan(31 * day);
  });

  test("is told of, with the way to a real one", async () => {
    const { stdout, stderr } = await sign(emptyFolder());
    expect(stdout).toBe("script.ps1\n");
    expect(stderr).toMatch(
      /\nThis is a development certificate: no machine trusts it, and portkeep verify does not accept it\. For a script to be used, give your own with --sign-pfx FILE, or with --sign-key FILE and --sign-cert FILE\.\n$/,
    );
  });

  test("is used again the next time", async () => {
    const state = emptyFolder();
    const first = await sign(state);
    const key = readFileSync(join(state, name));
    const second = await sign(state);
    expect(readFileSync(join(state, name))).toEqual(key);
    expect(bytesOf(second.folder)).toEqual(bytesOf(first.folder));
  });

  test("is told as such in the JSON", async () => {
    const argv = ["sign", "script.ps1", "--sign-development", "--json"];
    expect(JSON.parse((await run(emptyFolder(), argv)).stdout).development).toBe(true);
  });
});

describe("one that is there already", () => {
  test.each([
    ["is kept with more than a day left", 29 * day - 600_000, true],
    ["is renewed with less than a day left", 29 * day + 600_000, false],
    ["is renewed when it has expired", 31 * day, false],
  ])("%s", async (_, age, isKept) => {
    const state = await stateWith(new Date(Date.now() - age));
    const { fingerprint256 } = certificateIn(state);
    expect((await sign(state)).code).toBe(0);
    expect(certificateIn(state).fingerprint256 === fingerprint256).toBe(isKept);
  });

  test.runIf(onPosix).each([0o640, 0o604, 0o620, 0o602])(
    "is made anew where others could read or change it: %o",
    async (mode) => {
      const state = await stateWith(new Date());
      const { fingerprint256 } = certificateIn(state);
      chmodSync(join(state, name), mode);
      expect((await sign(state)).code).toBe(0);
      expect(certificateIn(state).fingerprint256).not.toBe(fingerprint256);
      expect(statSync(join(state, name)).mode & 0o777).toBe(0o600);
    },
  );

  test.each([
    ["is damaged", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"],
    ["is empty", ""],
  ])("is made anew where it %s", async (_, content) => {
    const state = await stateWith(new Date());
    writeFileSync(join(state, name), content);
    expect((await sign(state)).code).toBe(0);
    expect(certificateIn(state).subject).toContain("portkeep development certificate");
  });
});

describe("given as a key of one's own", async () => {
  const { keyPem, certificatePem } = made;
  const files = {
    "key.pem": keyPem,
    "chain.pem": certificatePem,
    "signer.pfx": await makePfx({ ...made, chainFile: made.certificateFile }, ""),
  };
  const ways = [
    ["--sign-pfx", ["--sign-pfx", "signer.pfx"]],
    ["--sign-key", ["--sign-key", "key.pem", "--sign-cert", "chain.pem"]],
    [
      "--sign-command",
      [
        "--sign-cert",
        "chain.pem",
        "--sign-command",
        `openssl dgst -sha256 -sign "${made.keyFile}" {message}`,
      ],
    ],
  ] as const;

  test.each(ways)("by %s it is refused, and nothing is written", async (_, options) => {
    const folder = folderToSign(files);
    const { code, stdout, stderr } = await portkeep(["sign", "script.ps1", ...options], folder);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^error: \S+: this is a development certificate, .*--allow-development/);
    expect(bytesOf(folder)).toEqual(unsigned);
  });

  test.each(ways)("by %s it is taken with --allow-development, and told of", async (_, options) => {
    const argv = ["sign", "script.ps1", ...options, "--allow-development"];
    const { code, stderr } = await portkeep(argv, folderToSign(files));
    expect(stderr).toContain("This is a development certificate");
    expect(code).toBe(0);
  });
});

describe("verify never accepts it", async () => {
  const script = await signedBy({ ...made, chainPem: made.certificatePem });
  const folder = () => folderToSign({ "script.ps1": script, "root.cer": made.certificatePem });

  test.each([
    ["by its root", ["--root", "root.cer"]],
    ["by its SHA-256", ["--signer", fingerprint(made)]],
    ["by both", ["--root", "root.cer", "--signer", fingerprint(made)]],
    ["whoever signed", ["--integrity-only"]],
  ])("%s", async (_, options) => {
    const { code, stdout } = await portkeep(["verify", "script.ps1", "--json", ...options], folder());
    expect(code).toBe(1);
    const { accepted, findings } = JSON.parse(stdout);
    expect(accepted).toBe(false);
    expect(findings.map((finding: { code: string }) => finding.code)).toEqual(["development-certificate"]);
  });
});
