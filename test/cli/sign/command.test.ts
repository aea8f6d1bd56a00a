import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { verifyByOsslsigncode } from "../../signing/oracles/osslsigncode.ts";
import { type Issued, issue, makeRoot } from "../../signing/pki.ts";
import { installTools } from "../../signing/tools.ts";
import { type Outcome, portkeep } from "../console.ts";
import { bytesOf, folderToSign, intermediate, root, signedBy, signer, signers, unsigned } from "../signed.ts";

await installTools();
const wanted = await signedBy(signer);
const [expired, development] = await Promise.all([
  issue(intermediate, { name: "Expired", key: signer, notAfter: new Date("2021-01-01") }),
  makeRoot({ name: "portkeep development certificate (not trusted)", usage: "codeSigning", ca: false }),
]);

/** A program that stays, signs with a key, and may give its certificate with each answer. */
function coProcess({ keyFile, certificateFile }: Issued, givesCertificate: boolean): string {
  return `
    import { sign, X509Certificate } from "node:crypto";
    import { readFileSync } from "node:fs";
    import { createInterface } from "node:readline";
    const key = readFileSync(${JSON.stringify(keyFile)});
    const { raw } = new X509Certificate(readFileSync(${JSON.stringify(certificateFile)}));
    const certificates = ${givesCertificate} ? [raw.toString("base64")] : undefined;
    for await (const line of createInterface({ input: process.stdin })) {
      const { id, hash, message } = JSON.parse(line);
      const signature = sign(hash, Buffer.from(message, "base64"), key).toString("base64");
      console.log(JSON.stringify({ id, signature, certificates }));
    }`;
}

/** Signs with a program that stays. */
async function signByCoProcess(
  issued: Issued,
  options: readonly string[],
  { givesCertificate = true } = {},
): Promise<Outcome & { script: Buffer }> {
  const folder = folderToSign({ "signer.mjs": coProcess(issued, givesCertificate) });
  const command = `"${process.execPath}" "${join(folder, "signer.mjs")}"`;
  const outcome = await portkeep(["sign", "script.ps1", "--sign-command", command, ...options], folder);
  return { ...outcome, script: bytesOf(folder) };
}

describe("a signing command", () => {
  test.each([
    [
      "that signs a hash",
      `openssl pkeyutl -sign -inkey "${signer.keyFile}" -in {hash} -pkeyopt digest:{hash-name}`,
    ],
    ["that signs a message", `openssl dgst -sha256 -sign "${signer.keyFile}" -out {out} {message}`],
  ])("%s gives what the key in a file gives", async (_, command) => {
    const folder = folderToSign();
    const argv = ["sign", "script.ps1", "--sign-command", command, "--sign-cert", "chain.pem"];
    expect(await portkeep(argv, folder)).toMatchObject({ code: 0, stdout: "script.ps1\n" });
    expect(bytesOf(folder)).toEqual(wanted);
  });

  test("that stays gives what the key in a file gives", async () => {
    const options = ["--sign-cert", "chain.pem"];
    const { code, script } = await signByCoProcess(signer, options, { givesCertificate: false });
    expect(code).toBe(0);
    expect(script).toEqual(wanted);
  });

  test("that brings its certificate needs none from a file", async () => {
    const { code, stderr, script } = await signByCoProcess(signer, []);
    expect(code).toBe(0);
    expect(stderr).toContain("Signed by CN=Test Signer rsa2048");
    expect(script.subarray(0, unsigned.length)).toEqual(unsigned);
  });

  test.each([
    ["--sign-cert", "chain.pem"],
    ["--sign-subject", "CN=Test Signer rsa2048"],
  ])("that signs the whole script is judged by %s", async (...pin) => {
    const folder = folderToSign();
    const command = `osslsigncode sign -certs "${signer.chainFile}" -key "${signer.keyFile}" -h {hash-name} -in {file} -out {out}`;
    const argv = ["sign", "script.ps1", "--sign-command", command, ...pin];
    expect(await portkeep(argv, folder)).toMatchObject({ code: 0 });
    expect(await verifyByOsslsigncode(bytesOf(folder), { root })).toMatchObject({ ok: true });
  });
});

describe("a signed script that a command gives is refused, and nothing is written", () => {
  const other = signers.p256;
  const byOther = `-certs "${other.chainFile}" -key "${other.keyFile}" -in {file}`;
  test.each<[string, string, string[], string[]]>([
    [
      "by another certificate",
      `osslsigncode sign ${byOther} -out {out}`,
      ["--sign-cert", "chain.pem"],
      ["other-signer"],
    ],
    [
      "by another subject",
      `osslsigncode sign ${byOther} -out {out}`,
      ["--sign-subject", "CN=Test Signer rsa2048"],
      ["other-subject"],
    ],
    [
      "with another hash",
      `osslsigncode sign -h sha384 ${byOther} -out {out}`,
      ["--sign-subject", "CN=Test Signer p256"],
      ["other-hash"],
    ],
    [
      "whose text was changed",
      `sh -c 'cp FOLDER/changed.ps1 "$0"' {file}`,
      ["--sign-subject", "CN=Test Signer p256"],
      ["other-text"],
    ],
  ])("%s", async (_, command, pin, findings) => {
    const changed = await signedBy(other, Buffer.concat([Buffer.from("# \r\n"), unsigned]));
    const folder = folderToSign({ "changed.ps1": changed });
    const words = command.replace("FOLDER", folder);
    const argv = ["sign", "script.ps1", "--json", "--sign-command", words, ...pin];
    const { code, stdout } = await portkeep(argv, folder);
    expect(JSON.parse(stdout).error).toMatchObject({ code: "signed-otherwise", facts: { findings } });
    expect(code).toBe(2);
    expect(bytesOf(folder)).toEqual(unsigned);
  });
});

describe("a certificate that comes with the answer is judged as one in a file", () => {
  test.each<[string, Issued, string]>([
    ["one that has expired", expired, "certificate-unfit"],
    ["a development certificate", development, "development-certificate"],
  ])("%s is refused", async (_, issued, wantedCode) => {
    const { code, stdout, script } = await signByCoProcess(issued, ["--json"]);
    expect(JSON.parse(stdout).error.code).toBe(wantedCode);
    expect(code).toBe(2);
    expect(script).toEqual(unsigned);
  });

  test("a development certificate is taken where that is allowed", async () => {
    const { code, stderr } = await signByCoProcess(development, ["--allow-development"]);
    expect(stderr).toContain("This is a development certificate");
    expect(code).toBe(0);
  });

  test("one in a whole script likewise", async () => {
    const folder = folderToSign();
    writeFileSync(
      join(folder, "signed.ps1"),
      await signedBy({ ...development, chainPem: development.certificatePem }),
    );
    const command = `sh -c 'cp "${join(folder, "signed.ps1")}" "$0"' {file}`;
    const argv = ["sign", "script.ps1", "--sign-command", command];
    const pin = ["--sign-subject", "CN=portkeep development certificate (not trusted)"];
    const refused = await portkeep([...argv, ...pin, "--json"], folder);
    expect(JSON.parse(refused.stdout).error.facts).toEqual({ findings: ["development-certificate"] });
    expect(await portkeep([...argv, ...pin, "--allow-development"], folder)).toMatchObject({ code: 0 });
  });
});

test("a subject is compared with that of a certificate that comes with a hash's signature", async () => {
  const good = await signByCoProcess(signer, ["--sign-subject", "CN=Test Signer rsa2048"]);
  expect(good.code).toBe(0);
  const other = await signByCoProcess(signer, ["--sign-subject", "CN=Test Signer", "--json"]);
  expect(JSON.parse(other.stdout).error.code).toBe("sign-subject-other");
});
