import fc from "fast-check";
import { expect, test } from "vitest";
import { PortkeepError } from "../../../src/errors.ts";
import { readPrivateKey } from "../../../src/signing/keys/pem.ts";
import { readPfx } from "../../../src/signing/keys/pfx/read.ts";
import { mutations } from "../certificates/mutations.ts";
import { pki } from "../pki.ts";
import { openssl } from "./openssl-keys.ts";
import { makeOpenPfx, makePfx } from "./pfx/pfx.ts";

const { signers } = await pki();
const { keyFile, keyPem } = signers.p256;
const password = "canary-password";
const encrypted = (form: string, ...options: string[]) =>
  openssl(
    ["pkcs8", "-topk8", "-in", keyFile, "-outform", form, "-passout", "PASSWORD", "-iter", "2", ...options],
    password,
  );

const readers = {
  pfx: (bytes: Uint8Array) => readPfx(bytes, password).key,
  key: (bytes: Uint8Array) => readPrivateKey(bytes, password),
};

const seeds: [string, keyof typeof readers, Buffer][] = [
  ["a PFX of OpenSSL 3", "pfx", await makePfx(signers.p256, password, ["-iter", "2"])],
  ["a PFX of old", "pfx", await makePfx(signers.p256, password, ["-iter", "2", "-legacy"])],
  ["a PFX without MAC", "pfx", await makePfx(signers.p256, password, ["-iter", "2", "-nomac"])],
  ["a PFX without encryption", "pfx", await makeOpenPfx(signers.p256)],
  ["a PEM", "key", Buffer.from(keyPem)],
  ["a PKCS#8", "key", openssl(["pkcs8", "-topk8", "-nocrypt", "-in", keyFile, "-outform", "DER"])],
  ["a SEC1", "key", openssl(["ec", "-in", keyFile, "-outform", "DER"])],
  ["an encrypted PEM", "key", encrypted("PEM")],
  ["an encrypted PKCS#8", "key", encrypted("DER")],
  ["an encrypted PKCS#8 by PKCS#12", "key", encrypted("DER", "-v1", "PBE-SHA1-3DES")],
  [
    "an encrypted PEM of old",
    "key",
    openssl(["ec", "-in", keyFile, "-aes128", "-passout", "PASSWORD"], password),
  ],
];

// A busy machine takes its time.
test.each(seeds)(
  "of %s that was damaged, a key is read, or an error is clear",
  { timeout: 60_000 },
  (_, reader, seed) => {
    const codes = new Set<string>();
    fc.assert(
      fc.property(mutations(seed), (bytes) => void codes.add(outcome(reader, bytes))),
      { numRuns: 500 },
    );
    expect([...codes].filter((code) => !known[reader].includes(code))).toEqual([]);
    expect(codes.size).toBeGreaterThan(1);
  },
);

const both = ["read", "key-cipher-unsupported", "key-too-costly", "key-unsupported"];
const known = {
  pfx: [
    ...both,
    ...["pfx-unreadable", "pfx-wrong-password", "pfx-unsupported", "pfx-without-key", "pfx-several-keys"],
  ],
  key: [...both, "key-unreadable", "key-wrong-password", "key-encrypted", "key-missing"],
};

/** Gives the error's code. Any other error, and one that tells the password, ends the test. */
function outcome(reader: keyof typeof readers, bytes: Uint8Array): string {
  try {
    return readers[reader](bytes).type === "private" ? "read" : "no private key";
  } catch (error) {
    if (!(error instanceof PortkeepError)) throw error;
    expect(`${error.stack}${JSON.stringify(error.facts)}`).not.toContain(password);
    expect(JSON.stringify(error.facts).length).toBeLessThan(500);
    return error.code;
  }
}
