import { verify, X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parseSignCommand } from "../../../src/signing/external/command.ts";
import { fileSigner } from "../../../src/signing/external/file-signer.ts";
import { hashSigner } from "../../../src/signing/external/hash-signer.ts";
import type { Chain } from "../../../src/signing/external/pin.ts";
import { hashes } from "../../../src/signing/hash.ts";
import { verifyByOsslsigncode } from "../oracles/osslsigncode.ts";
import { samples } from "../oracles/samples.ts";
import { type Issued, pki } from "../pki.ts";
import { installTools } from "../tools.ts";
import { makeToken } from "./token.ts";

await installTools();
const { root, signers } = await pki();
const folder = mkdtempSync(join(tmpdir(), "portkeep-recipes-"));
const token = await makeToken(folder, [signers.rsa2048, signers.p256]);
const page = readFileSync(join(import.meta.dirname, "../../../docs/signing-commands.md"), "utf8");
const section = (title: string) => page.split(`## ${title}\n`)[1]?.split("\n## ")[0] ?? "";
const recipes = [...section("Tried").matchAll(/--sign-command \\?\s*'([^']+)'/g)].map(
  ([, text = ""]) => text,
);
const [, program = ""] = /```js\n(.*?)```/s.exec(page) ?? [];
const message = Buffer.from("the signed attributes");

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A recipe with the names of this test's files in the place of those on the page. */
function commandFor(recipe: string, { keyFile, chainFile }: Issued) {
  const signer = join(folder, "signer.mjs");
  writeFileSync(signer, program.replace('"key.pem"', JSON.stringify(keyFile)));
  return parseSignCommand(
    recipe
      .replace(/\bkey\.pem\b/, `"${keyFile}"`)
      .replace(/\bchain\.pem\b/, `"${chainFile}"`)
      .replace("signer.mjs", `"${signer}"`),
  );
}

const env = { ...process.env, ...token.env };
const chain = (issued: Issued): Chain => [new X509Certificate(issued.certificatePem)];

test("the page has five recipes that are tried", () => {
  expect(recipes.map((recipe) => recipe.split(" ")[0])).toEqual([
    "openssl",
    "pkcs11-tool",
    "pkcs11-tool",
    "osslsigncode",
    "node",
  ]);
});

describe.each([
  [recipes[0] ?? "", "rsa2048"],
  [recipes[0] ?? "", "p256"],
  [recipes[0] ?? "", "p384"],
  [recipes[1] ?? "", "rsa2048"],
  [recipes[2] ?? "", "p256"],
  [recipes[4] ?? "", "rsa2048"],
  [recipes[4] ?? "", "p384"],
] as const)("%s with %s", (recipe, kind) => {
  test.each(hashes)("signs a %s hash", async (hash) => {
    const issued = signers[kind];
    const command = commandFor(recipe, issued);
    if (command.kind === "file") throw new Error(`${recipe} signs a file`);
    const signer = hashSigner({ command, env, pin: { chain: chain(issued) } });
    const { signature } = await signer.sign(message, hash);
    await signer.close();
    expect(verify(hash, message, issued.certificatePem, signature)).toBe(true);
  });
});

describe.each(["rsa2048", "p256"] as const)(`${recipes[3]} with %s`, (kind) => {
  test.each(hashes)("signs a script with a %s hash", async (hash) => {
    const command = commandFor(recipes[3] ?? "", signers[kind]);
    if (command.kind !== "file") throw new Error("it signs no file");
    const script = samples["ASCII with CRLF"];
    const signer = fileSigner({ command, env, check: () => {} });
    const signed = await signer.sign(script, hash);
    expect(Buffer.from(signed).subarray(0, script.length).equals(script)).toBe(true);
    expect(await verifyByOsslsigncode(signed, { root })).toMatchObject({ ok: true });
  });
});

test("the commands that were not tried can be read, and are of the kind that the page says", () => {
  const commands = [...section("Not tried").matchAll(/^\| (.+?) \| `([^`]+)`/gm)].slice(1);
  const kinds = commands.map(([, name = "", text = ""]) => [name, parseSignCommand(text).kind]);
  expect(kinds).toEqual([
    [expect.stringContaining("signtool"), "file"],
    [expect.stringContaining("Trusted Signing"), "file"],
    [expect.stringContaining("Trusted Signing"), "file"],
    [expect.stringContaining("jsign"), "file"],
    ["Set-AuthenticodeSignature", "file"],
    ["Azure Key Vault", "hash"],
    ["AWS KMS", "hash"],
    ["Google Cloud KMS", "hash"],
  ]);
});
