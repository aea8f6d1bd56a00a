import { chmodSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { openssl } from "../../signing/keys/openssl-keys.ts";
import { makePfx } from "../../signing/keys/pfx/pfx.ts";
import { portkeep } from "../console.ts";
import { bytesOf, folderToSign, signedBy, signer } from "../signed.ts";

const password = "p\u00e4ss word";
const encrypt = ["pkcs8", "-topk8", "-in", signer.keyFile, "-v2", "aes-256-cbc", "-passout", "PASSWORD"];
const files = {
  "signer.pfx": await makePfx(signer, password),
  "no-password.pfx": await makePfx(signer, ""),
  "encrypted.pem": openssl(encrypt, password),
};
const wanted = await signedBy(signer);
const never = vi.fn(async () => password);

interface Given {
  more?: Record<string, string | Uint8Array>;
  stdin?: string;
  env?: Record<string, string>;
  ask?: (question: string) => Promise<string>;
}

/** Signs a script, and gives the outcome with what is in its file. */
async function sign(options: readonly string[], { more, stdin, env, ask = never }: Given = {}) {
  const folder = folderToSign({ ...files, ...more });
  const outcome = await portkeep(["sign", "script.ps1", ...options], folder, stdin, {
    ...(env ? { env } : {}),
    ask,
  });
  return { ...outcome, script: bytesOf(folder) };
}

const withPfx = ["--sign-pfx", "signer.pfx"];
const fromFile = [...withPfx, "--sign-password-file", "password.txt"];

describe.each([
  ["a PFX", withPfx],
  ["a PEM file", ["--sign-key", "encrypted.pem", "--sign-cert", "chain.pem"]],
])("the password of %s is taken", (_, key) => {
  test.each<[string, string[], Given]>([
    ["from a file", ["--sign-password-file", "password.txt"], { more: { "password.txt": password } }],
    ["from standard input", ["--sign-password-file", "-"], { stdin: `${password}\n` }],
    ["from a variable", ["--sign-password-env", "CODE_SIGNING"], { env: { CODE_SIGNING: password } }],
    ["from whoever is asked", [], { ask: async () => password }],
  ])("%s", async (_, options, given) => {
    const { code, script } = await sign([...key, ...options], given);
    expect(code).toBe(0);
    expect(script).toEqual(wanted);
    expect(never).not.toHaveBeenCalled();
  });
});

describe("a file with a password", () => {
  test.each([
    ["a line end", `${password}\n`],
    ["a line end of Windows", `${password}\r\n`],
    ["a byte order mark", `\ufeff${password}`],
    ["both", `\ufeff${password}\r\n`],
  ])("may have %s", async (_, content) => {
    expect((await sign(fromFile, { more: { "password.txt": content } })).script).toEqual(wanted);
  });

  test.each([
    ["a second line", `${password}\nmore\n`, "password-with-line-breaks"],
    ["an empty line after it", `${password}\n\n`, "password-with-line-breaks"],
    ["a blank more, which counts", `${password} \n`, "pfx-wrong-password"],
    ["nothing in it", "", "file-empty"],
    ["too much in it", "x".repeat(5000), "file-too-large"],
  ])("may not have %s", async (_, content, wantedCode) => {
    const { code, stdout, stderr } = await sign([...fromFile, "--json"], {
      more: { "password.txt": content },
    });
    expect(JSON.parse(stdout).error.code).toBe(wantedCode);
    expect(code).toBe(2);
    expect(stderr).not.toContain(password);
  });
});

describe("the question", () => {
  test.each([
    ["en", "Password of signer.pfx:"],
    ["nl", "Wachtwoord van signer.pfx:"],
  ])("names the file, in %s", async (locale, question) => {
    const ask = vi.fn(async () => password);
    await sign([...withPfx, "--locale", locale], { ask });
    expect(ask.mock.calls).toEqual([[question]]);
  });

  test("escapes what could mislead in the file's name", async () => {
    const name = "a\u202eb.pfx";
    const ask = vi.fn(async () => password);
    await sign(["--sign-pfx", name], { ask, more: { [name]: files["signer.pfx"] } });
    expect(ask.mock.calls).toEqual([["Password of a\\u202eb.pfx:"]]);
  });

  test("is put once: a wrong answer is an error", async () => {
    const ask = vi.fn(async () => "wrong");
    const { code, stdout } = await sign([...withPfx, "--json"], { ask });
    expect(JSON.parse(stdout).error).toMatchObject({
      code: "pfx-wrong-password",
      place: { file: "signer.pfx" },
    });
    expect(code).toBe(2);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  test.each([
    ["a PFX with an empty password", ["--sign-pfx", "no-password.pfx"]],
    ["a key that is not encrypted", ["--sign-key", "key.pem", "--sign-cert", "chain.pem"]],
  ])("is not put for %s", async (_, options) => {
    const ask = vi.fn(async () => "x");
    const { code, script } = await sign(options, { ask });
    expect(code).toBe(0);
    expect(script).toEqual(wanted);
    expect(ask).not.toHaveBeenCalled();
  });
});

test("an empty variable is an empty password, and no question follows", async () => {
  const options = ["--sign-password-env", "EMPTY"];
  const env = { EMPTY: "" };
  expect((await sign(["--sign-pfx", "no-password.pfx", ...options], { env })).script).toEqual(wanted);
  expect(await sign([...withPfx, ...options], { env })).toMatchObject({ code: 2, stdout: "" });
});

test.skipIf(process.platform === "win32")("a password's file that others can read is warned of", async () => {
  const folder = folderToSign({ ...files, "password.txt": password });
  chmodSync(join(folder, "password.txt"), 0o640);
  const { code, stderr } = await portkeep(["sign", "script.ps1", ...fromFile], folder);
  expect(stderr).toMatch(
    /^warning: password\.txt holds a secret and can be read by other users .*chmod 600\.\nSigned by /,
  );
  expect(code).toBe(0);
});
