import { createPublicKey } from "node:crypto";
import { expect, test } from "vitest";
import { usableKey } from "../../../src/signing/keys/key-type.ts";

/** Gives an RSA key of so many bits that stands for a made one, which takes long; nobody could sign with it. */
function rsaKey(bits: number) {
  const n = `8${"0".repeat(bits / 4 - 2)}1`;
  const jwk = { kty: "RSA", n: Buffer.from(n, "hex").toString("base64url"), e: "AQAB" };
  return createPublicKey({ key: jwk, format: "jwk" });
}

test.each([2048, 3072, 4096])("an RSA key of %d bits is taken", (bits) => {
  const key = rsaKey(bits);
  expect(usableKey(key)).toBe(key);
});

test.each([2040, 4104, 8192])("an RSA key of %d bits is refused", (bits) => {
  const facts = { type: "rsa", bits, curve: null };
  expect(() => usableKey(rsaKey(bits))).toThrow(expect.objectContaining({ code: "key-unsupported", facts }));
});
