import { describe, expect, test } from "vitest";
import { searchFor } from "./canaries.ts";
import { type Case, leaksIn, passwords, pfx, run, sign } from "./leak-run.ts";

const withPfx = (file: string, from: string) => sign("--sign-pfx", file, "--sign-password-file", from);
const withKey = (file: string, ...options: string[]) =>
  sign("--sign-key", file, "--sign-cert", "chain.pem", ...options);
const good: Record<string, Case> = {
  "a PFX, its password from a file": withPfx("signer.pfx", "right.txt"),
  "an older PFX": withPfx("legacy.pfx", "right.txt"),
  "a PFX, its password from standard input": { ...withPfx("signer.pfx", "-"), stdin: passwords.right },
  "a PFX, its password from a variable": {
    ...sign("--sign-pfx", "signer.pfx", "--sign-password-env", "CODE_SIGNING"),
    env: { CODE_SIGNING: passwords.right },
  },
  "a PFX from standard input": { ...withPfx("-", "right.txt"), stdin: pfx },
  "an encrypted key": withKey("encrypted.pem", "--sign-password-file", "right.txt"),
  "an encrypted key of OpenSSL's older form": withKey("old.pem", "--sign-password-file", "right.txt"),
  "a key that is not encrypted": withKey("key.pem"),
  "a rendered script": {
    argv: ["render", "--product", "ias", "--sign-pfx", "signer.pfx", "--sign-password-file", "right.txt"],
  },
};

const failures: Record<string, Case> = {
  "the wrong password of a PFX": withPfx("signer.pfx", "wrong.txt"),
  "the wrong password of an older PFX": withPfx("legacy.pfx", "wrong.txt"),
  "the wrong password in a variable": {
    ...sign("--sign-pfx", "signer.pfx", "--sign-password-env", "CODE_SIGNING"),
    env: { CODE_SIGNING: passwords.wrong },
  },
  "the wrong password of a key": withKey("encrypted.pem", "--sign-password-file", "wrong.txt"),
  "the wrong password of an older key": withKey("old.pem", "--sign-password-file", "wrong.txt"),
  "the wrong password from standard input": {
    ...withKey("encrypted.pem", "--sign-password-file", "-"),
    stdin: passwords.wrong,
  },
  "a file with two passwords": withPfx("signer.pfx", "two-lines.txt"),
  "a key where the password should be": withPfx("signer.pfx", "key.pem"),
  "no password": withKey("encrypted.pem"),
  "a damaged PFX": withPfx("damaged.pfx", "right.txt"),
  "a damaged encrypted key": withKey("damaged-encrypted.pem", "--sign-password-file", "right.txt"),
  "a damaged key": withKey("damaged.pem"),
  "a key that is cut off": withKey("cut-off.pem"),
  "two keys": withKey("two.pem"),
  "a weak key": withKey("weak.pem"),
  "a weak key in a PFX": withPfx("weak.pfx", "right.txt"),
  "a key of another certificate": withKey("p256.pem"),
  "a key where the certificate should be": sign("--sign-key", "key.pem", "--sign-cert", "key.pem"),
  "a key where the PFX should be": sign("--sign-pfx", "key.pem"),
  "a PFX where the key should be": withKey("signer.pfx", "--sign-password-file", "right.txt"),
  "a password's file where the key should be": withKey("right.txt"),
  "a key where the root should be": { argv: ["verify", "script.ps1", "--root", "key.pem"] },
  "a key where a script of portkeep's should be": { argv: ["read", "key.pem"] },
  "a hash that the key cannot sign": sign(
    "--sign-key",
    "p256.pem",
    "--sign-cert",
    "p256-chain.pem",
    "--hash",
    "sha1",
  ),
  "a place that cannot be written": withKey(
    "encrypted.pem",
    "--sign-password-file",
    "right.txt",
    "-o",
    "tmp",
  ),
  "an authority that refuses": withKey("key.pem", "--timestamp", "REFUSES"),
  "an authority whose connection breaks": withKey(
    "key.pem",
    "--timestamp",
    "REFUSES",
    "--timestamp",
    "BREAKS",
  ),
};

const crypto = 'const { X509Certificate } = require("node:crypto");';
/** What breaks the program while it has the key, for Node.js to run before it. */
const faults: Record<string, string> = {
  "that is caught": `${crypto} X509Certificate.prototype.checkPrivateKey = () => { throw new TypeError("broken"); };`,
  "that nobody catches": `${crypto} X509Certificate.prototype.checkPrivateKey = () => {
    process.nextTick(() => { throw new TypeError("broken"); });
    return true;
  };`,
  "of a promise that nobody waits for": `${crypto} X509Certificate.prototype.checkPrivateKey = () => {
    void Promise.reject(new TypeError("broken"));
    return true;
  };`,
};

const outputs = [
  ["as text", []],
  ["as JSON", ["--json"]],
] as const;

describe.each(outputs)("no secret is anywhere, %s, after", (_, options) => {
  test.each(Object.entries(good))("%s", async (_, given) => {
    const watched = await run(given, options);
    expect(leaksIn(watched)).toEqual({});
    expect(watched.traces.stderr).toContain("Signed by CN=Test Signer rsa2048");
    expect(watched.code).toBe(0);
  });

  test.each(Object.entries(failures))("%s", async (_, given) => {
    const watched = await run(given, options);
    expect(leaksIn(watched)).toEqual({});
    expect(watched.traces.stderr).toMatch(/^error: /);
    expect(watched.code).toBe(2);
  });

  test.each(Object.entries(faults))("a fault of its own %s", async (_, before) => {
    const given = withKey("encrypted.pem", "--sign-password-file", "right.txt");
    const watched = await run(given, options, { before });
    expect(leaksIn(watched)).toEqual({});
    expect(watched.traces.stderr).toMatch(/TypeError: broken\n +at /);
    expect([1, 2]).toContain(watched.code);
  });

  test("the password where the variable's name should be, but for the command line", async () => {
    const watched = await run(
      sign("--sign-pfx", "signer.pfx", "--sign-password-env", passwords.right),
      options,
    );
    expect(leaksIn(watched)).toEqual({ processes: ["right"] });
    expect(watched.code).toBe(2);
  });

  test("a development certificate was made, but for its own file", async () => {
    const watched = await run({ argv: ["render", "--product", "ias", "--sign-development"] }, options);
    const kept = Object.entries(watched.traces).filter(([name]) => name.endsWith("development.pem"));
    const [[name = "", keyPem = ""] = []] = kept;
    expect(leaksIn(watched, searchFor({}, { development: keyPem }))).toEqual({ [name]: ["development"] });
    expect(watched.code).toBe(0);
  });
});
