import { constants, createPublicKey, publicDecrypt, sign } from "node:crypto";
import { expect, test } from "vitest";
import { digestInfo, digestOf } from "../../../src/signing/external/digest-info.ts";
import { hashes } from "../../../src/signing/hash.ts";
import { pki } from "../pki.ts";

const { rsa2048 } = (await pki()).signers;

test.each(hashes)("%s: it is what an RSA signature holds", (hash) => {
  const message = Buffer.from("a message");
  const signature = sign(hash, message, rsa2048.keyPem);
  const key = { key: createPublicKey(rsa2048.certificatePem), padding: constants.RSA_PKCS1_PADDING };
  expect(digestInfo(hash, digestOf(hash, message))).toEqual(publicDecrypt(key, signature));
});
