import { execFileSync } from "node:child_process";
import { createPrivateKey, X509Certificate } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { hashes } from "../../../src/signing/hash.ts";
import { inProcessSigner } from "../../../src/signing/keys/in-process.ts";
import { keyKinds, pki } from "../pki.ts";

const { signers } = await pki();
const folder = mkdtempSync(join(tmpdir(), "portkeep-sign-"));
const message = Buffer.from("signed attributes");

afterAll(() => rmSync(folder, { recursive: true }));

const signerOf = (kind: (typeof keyKinds)[number]) => {
  const { keyPem, certificatePem } = signers[kind];
  return inProcessSigner({ key: createPrivateKey(keyPem), chain: [new X509Certificate(certificatePem)] });
};

function opensslVerifies(kind: (typeof keyKinds)[number], hash: string, signature: Uint8Array): boolean {
  const file = (name: string) => join(folder, name);
  writeFileSync(file("message"), message);
  writeFileSync(file("signature"), signature);
  writeFileSync(file("key"), execFileSync("openssl", ["pkey", "-in", signers[kind].keyFile, "-pubout"]));
  try {
    execFileSync("openssl", [
      "dgst",
      `-${hash}`,
      "-verify",
      file("key"),
      "-signature",
      file("signature"),
      file("message"),
    ]);
    return true;
  } catch {
    return false;
  }
}

test.each(keyKinds.flatMap((kind) => hashes.map((hash) => [kind, hash] as const)))(
  "openssl verifies a signature by a %s key with %s",
  async (kind, hash) => {
    const { signature, chain } = await signerOf(kind).sign(message, hash);
    expect(opensslVerifies(kind, hash, signature)).toBe(true);
    expect(opensslVerifies(kind, hash === "sha256" ? "sha384" : "sha256", signature)).toBe(false);
    expect(chain.map((certificate) => certificate.toString())).toEqual([signers[kind].certificatePem]);
  },
);

test("many signatures at once are all right", async () => {
  const signer = signerOf("p256");
  const all = await Promise.all(Array.from({ length: 50 }, () => signer.sign(message, "sha256")));
  expect(new Set(all.map(({ signature }) => Buffer.from(signature).toString("hex"))).size).toBe(50);
  expect(all.every(({ signature }) => opensslVerifies("p256", "sha256", signature))).toBe(true);
});

test("a hash that OpenSSL does not let a key use is told", async () => {
  // A key that is for PSS with one hash refuses others as a strict policy does.
  const pem = execFileSync("openssl", [
    ...["genpkey", "-algorithm", "RSA-PSS", "-pkeyopt", "rsa_keygen_bits:2048"],
    ...["-pkeyopt", "rsa_pss_keygen_md:sha256", "-pkeyopt", "rsa_pss_keygen_mgf1_md:sha256"],
  ]);
  const signer = inProcessSigner({ key: createPrivateKey(pem), chain: [] });
  await expect(signer.sign(message, "sha1")).rejects.toMatchObject({
    code: "hash-forbidden",
    facts: { hash: "sha1" },
  });
});

test("more are under way than are computed at once, and nothing has to be ended", async () => {
  const signer = signerOf("p256");
  expect(signer.concurrency).toBeGreaterThan(4);
  await signer.close();
  expect((await signer.sign(message, "sha256")).signature.length).toBeGreaterThan(60);
});
