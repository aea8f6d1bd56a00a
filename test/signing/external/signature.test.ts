import { constants, createHash, createPublicKey, type KeyObject, privateEncrypt, sign } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { signatureIn } from "../../../src/signing/external/signature.ts";
import { type HashName, hashes } from "../../../src/signing/hash.ts";
import { issue, keyKinds, makeRoot, pki } from "../pki.ts";

const { signers } = await pki();
const message = Buffer.from("the signed attributes");
const publicKeys = Object.fromEntries(
  keyKinds.map((kind) => [kind, createPublicKey(signers[kind].certificatePem)]),
) as Record<(typeof keyKinds)[number], KeyObject>;
const rsa = { pem: signers.rsa2048.keyPem, key: publicKeys.rsa2048 };
const ec = { pem: signers.p256.keyPem, key: publicKeys.p256 };

const found = (written: Uint8Array, key: KeyObject, hash: HashName = "sha256") =>
  Buffer.from(signatureIn(written, message, hash, key)).toString("hex");
const misfit = (written: Uint8Array, key: KeyObject, hash: HashName = "sha256") => {
  try {
    return found(written, key, hash);
  } catch (error) {
    return (error as { facts: { misfit: string } }).facts.misfit;
  }
};

describe.each(keyKinds)("a signature by %s", (kind) => {
  describe.each(hashes)("of a %s hash", (hash) => {
    const signature = sign(hash, message, signers[kind].keyPem);

    test.each(["latin1", "hex", "base64", "base64url"] as const)("is found in %s", (form) => {
      const written = form === "latin1" ? signature : Buffer.from(`${signature.toString(form)}\r\n`);
      expect(found(written, publicKeys[kind], hash)).toBe(signature.toString("hex"));
    });
  });
});

describe.each(["p256", "p384"] as const)("the two numbers of %s", (kind) => {
  const numbers = sign("sha384", message, { key: signers[kind].keyPem, dsaEncoding: "ieee-p1363" });

  test.each(["latin1", "hex", "base64", "base64url"] as const)(
    "are found in %s, and given as DER",
    (form) => {
      const written = form === "latin1" ? numbers : Buffer.from(numbers.toString(form));
      const der = signatureIn(written, message, "sha384", publicKeys[kind]);
      expect(found(der, publicKeys[kind], "sha384")).toBe(Buffer.from(der).toString("hex"));
      expect(der[0]).toBe(0x30);
    },
  );
});

describe("a wrong signature is told from the others", () => {
  const digest = createHash("sha256").update(message).digest();
  const padding = constants.RSA_PKCS1_PSS_PADDING;

  test.each([
    ["of a hash that was hashed again", sign("sha256", digest, rsa.pem), "hashed-twice"],
    ["of a hash that was hashed again by SHA-1", sign("sha1", digest, rsa.pem), "hashed-twice"],
    ["of another hash", sign("sha384", message, rsa.pem), "other-hash"],
    ["of the hash without its DigestInfo", privateEncrypt(rsa.pem, digest), "bare-hash"],
    ["that is padded as PSS", sign("sha256", message, { key: rsa.pem, padding }), "pss"],
    ["of something else", sign("sha256", Buffer.from("else"), rsa.pem), "other-text"],
    ["by a key of another size", sign("sha256", message, signers.rsa3072.keyPem), "form"],
    ["by a key of another kind", sign("sha256", message, ec.pem), "form"],
    ["that is a text for a person", Buffer.from("Signed successfully"), "form"],
    ["that is cut", sign("sha256", message, rsa.pem).subarray(1), "form"],
    ["that is zero", Buffer.alloc(256), "other-key"],
  ])("with RSA: %s", (_, written, wanted) => {
    expect(misfit(written, rsa.key)).toBe(wanted);
  });

  test("with RSA: by another key of the same size", async () => {
    const other = await makeRoot({ key: "rsa2048" });
    expect(misfit(sign("sha256", message, other.keyPem), rsa.key)).toBe("other-key");
  });

  test.each([
    ["of a hash that was hashed again", sign("sha256", digest, ec.pem), "hashed-twice"],
    ["of another hash", sign("sha384", message, ec.pem), "other-hash"],
    ["of something else", sign("sha256", Buffer.from("else"), ec.pem), "other-key-or-text"],
    ["by a key of another kind", sign("sha256", message, rsa.pem), "form"],
    ["that is a text which begins with a 0, as DER does", Buffer.from("0a1b".repeat(128)), "form"],
    ["by a key of another curve, as numbers", Buffer.alloc(96, 1), "form"],
    ["that is zero", Buffer.alloc(64), "other-key-or-text"],
    ["that is an empty sequence", Buffer.from([0x30, 0]), "other-key-or-text"],
  ])("with ECDSA: %s", (_, written, wanted) => {
    expect(misfit(written, ec.key)).toBe(wanted);
  });

  test("with the key's name and how much was given", () => {
    const nothing = () => signatureIn(Buffer.from("abc"), message, "sha256", rsa.key);
    expect(nothing).toThrow(
      expect.objectContaining({ facts: { misfit: "form", key: "RSA 2048", bytes: 3 } }),
    );
  });
});

test.each([
  ["p521", "EC secp521r1"],
  ["ed25519", "ED25519"],
] as const)("a %s key is refused", async (kind, key) => {
  const { keyPem, certificatePem } = await issue(signers.p256, { key: kind });
  const signature = sign(kind === "p521" ? "sha256" : null, message, keyPem);
  expect(() => signatureIn(signature, message, "sha256", createPublicKey(certificatePem))).toThrow(
    expect.objectContaining({ code: "sign-key-unusable", facts: { key } }),
  );
});

test("what is no signature is refused with a code, whatever it is", () => {
  const written = fc.oneof(
    fc.uint8Array(),
    fc.uint8Array({ minLength: 64, maxLength: 64 }),
    fc.base64String(),
  );
  fc.assert(
    fc.property(written, fc.constantFrom(rsa.key, ec.key), (text, key) => {
      expect(misfit(Buffer.from(text), key)).toMatch(/^(form|other-key|other-key-or-text)$/);
    }),
  );
});
