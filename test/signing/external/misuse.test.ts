import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { parseSignCommand, type SignCommand } from "../../../src/signing/external/command.ts";
import { hashSigner } from "../../../src/signing/external/hash-signer.ts";
import { type Issued, pki } from "../pki.ts";
import { installTools } from "../tools.ts";
import { pinOf } from "./co-process-signer.ts";
import { makeToken } from "./token.ts";

await installTools();
const { signers } = await pki();
const folder = mkdtempSync(join(tmpdir(), "portkeep-misuse-"));
const token = await makeToken(folder, [signers.rsa2048, signers.p256]);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function commandOf(text: string): SignCommand<"hash"> {
  const command = parseSignCommand(text);
  if (command.kind !== "hash") throw new Error(`${text} does not sign a hash`);
  return command;
}

const openssl = ({ keyFile }: Issued, rest: string) =>
  commandOf(`openssl pkeyutl -sign -inkey "${keyFile}" ${rest}`);
const pkcs11 = (rest: string) =>
  commandOf(
    `pkcs11-tool --module /usr/lib/softhsm/libsofthsm2.so --token-label release --login --pin env:HSM_PIN --sign ${rest}`,
  );
test.each([
  [
    "openssl with a key that does not fit",
    openssl(signers.rsa2048, "-in {hash} -pkeyopt digest:sha256"),
    signers.rsa3072,
    { code: "sign-answer-wrong", facts: { misfit: "form", key: "RSA 3072", bytes: 256 } },
  ],
  [
    "openssl that signs the bare hash",
    openssl(signers.rsa2048, "-in {hash}"),
    signers.rsa2048,
    { code: "sign-answer-wrong", facts: { misfit: "bare-hash" } },
  ],
  [
    "openssl that hashes the hash",
    openssl(signers.p256, "-rawin -digest sha256 -in {hash}"),
    signers.p256,
    { code: "sign-answer-wrong", facts: { misfit: "hashed-twice" } },
  ],
  [
    "openssl that pads as PSS",
    openssl(signers.rsa2048, "-in {hash} -pkeyopt digest:sha256 -pkeyopt rsa_padding_mode:pss"),
    signers.rsa2048,
    { code: "sign-answer-wrong", facts: { misfit: "pss" } },
  ],
  [
    "a token that is given a hash for a DigestInfo",
    pkcs11("--mechanism RSA-PKCS --id 01 --input-file {hash} --output-file {out}"),
    signers.rsa2048,
    { code: "sign-answer-wrong", facts: { misfit: "bare-hash" } },
  ],
  [
    "a token that has no such key",
    pkcs11("--mechanism ECDSA --id 07 --input-file {hash} --output-file {out}"),
    signers.p256,
    { code: "sign-command-failed", facts: { exitCode: 1, output: expect.stringContaining("not found") } },
  ],
  [
    "openssl without its key",
    commandOf("openssl pkeyutl -sign -inkey no-such-key.pem -in {hash}"),
    signers.p256,
    {
      code: "sign-command-failed",
      facts: { exitCode: 1, output: expect.stringContaining("no-such-key.pem") },
    },
  ],
])("%s is told why", async (_, command, issued, error) => {
  const signer = hashSigner({
    command,
    env: { ...process.env, ...token.env },
    pin: pinOf(issued),
    retries: [],
  });
  await expect(signer.sign(Buffer.from("the signed attributes"), "sha256")).rejects.toMatchObject(error);
});
