import { describe, expect, test } from "vitest";
import { readPfx } from "../../../../src/signing/keys/pfx/read.ts";
import { issue, makeRoot, pki } from "../../pki.ts";
import { indefinite } from "./ber.ts";
import { makePfx, pemsIn } from "./pfx.ts";

const { root, signers } = await pki();

/** Gives what is read, as PEM. */
function read(pfx: Uint8Array, password: string | Buffer) {
  const { key, certificates } = readPfx(pfx, password);
  return {
    key: key.export({ type: "pkcs8", format: "pem" }),
    certificates: certificates.map((certificate) => certificate.toString()),
  };
}

const wanted = ({ keyPem, chainPem }: { keyPem: string; chainPem: string }) => ({
  key: keyPem,
  certificates: pemsIn(chainPem),
});

const generations = {
  "OpenSSL 3": [],
  "OpenSSL before 3": ["-legacy"],
  "Windows since Server 2019": [
    ...["-certpbe", "AES-256-CBC", "-keypbe", "AES-256-CBC", "-macalg", "sha256", "-iter", "2000"],
    ...["-name", "Code signing", "-CSP", "Microsoft Software Key Storage Provider"],
  ],
  "Windows before": [
    ...["-certpbe", "PBE-SHA1-3DES", "-keypbe", "PBE-SHA1-3DES", "-macalg", "sha1", "-iter", "2000"],
    ...["-LMK", "-name", "Code signing"],
  ],
};

describe.each(Object.entries(generations))("a PFX of %s", (_, options) => {
  test.each(["rsa2048", "rsa4096", "p256", "p384"] as const)("gives a %s key and its chain", async (kind) => {
    expect(read(await makePfx(signers[kind], "secret", options), "secret")).toEqual(wanted(signers[kind]));
  });

  test.each([
    ["an empty one", ""],
    ["a blank", " "],
    ["an umlaut", "p\u00e4ssw\u00f6rd"],
    ["characters from afar, beyond 16 bits too", "\u6f22\u5b57 \u{1f511}\u{1f600}"],
    ["all of ASCII", Buffer.from(Array.from({ length: 95 }, (__, index) => index + 32)).toString()],
    ["900 characters", "0123456789".repeat(90)],
  ])("opens with its password: %s", async (__, password) => {
    const pfx = await makePfx(signers.p256, password, options);
    expect(read(pfx, password)).toEqual(wanted(signers.p256));
    expect(read(pfx, Buffer.from(password))).toEqual(wanted(signers.p256));
  });

  test.each([
    ["another", "Secret", false],
    ["a shorter one", "secre", false],
    ["an empty one", "", true],
  ])("does not open with %s", async (__, password, empty) => {
    const pfx = await makePfx(signers.p256, "secret", options);
    const error = { code: "pfx-wrong-password", facts: { empty } };
    expect(() => read(pfx, password)).toThrow(expect.objectContaining(error));
  });
});

const ciphers = [
  ...["AES-128-CBC", "AES-192-CBC", "AES-256-CBC", "DES-EDE3-CBC"],
  ...["PBE-SHA1-3DES", "PBE-SHA1-2DES", "PBE-SHA1-RC2-40", "PBE-SHA1-RC2-128", "NONE"],
];
const legacy = ["-provider", "legacy", "-provider", "default"];

describe("a PFX is read whatever encrypts", () => {
  test.each(ciphers)("the key: %s", async (cipher) => {
    const pfx = await makePfx(signers.p256, "secret", ["-keypbe", cipher, ...legacy]);
    expect(read(pfx, "secret")).toEqual(wanted(signers.p256));
  });

  test.each(ciphers)("the certificates: %s", async (cipher) => {
    const pfx = await makePfx(signers.p256, "secret", ["-certpbe", cipher, ...legacy]);
    expect(read(pfx, "secret")).toEqual(wanted(signers.p256));
  });
});

describe("a PFX is read whatever", () => {
  test.each(["sha1", "sha224", "sha256", "sha384", "sha512"])("hash is in its MAC: %s", async (hash) => {
    const pfx = await makePfx(signers.p256, "secret", ["-macalg", hash]);
    expect(read(pfx, "secret")).toEqual(wanted(signers.p256));
    expect(() => read(pfx, "other")).toThrow(expect.objectContaining({ code: "pfx-wrong-password" }));
  });

  test.each([1, 100_000])("number of rounds it asks for, within reason: %i", async (rounds) => {
    const pfx = await makePfx(signers.p256, "secret", ["-iter", String(rounds)]);
    expect(read(pfx, "secret")).toEqual(wanted(signers.p256));
  });

  test.each([["-nomac"], ["-nomac", "-legacy"]])("it does for want of a MAC: %s %s", async (...options) => {
    const pfx = await makePfx(signers.p256, "secret", options);
    expect(read(pfx, "secret")).toEqual(wanted(signers.p256));
    for (const password of ["", "a", "b", "c", "d", "e", "f", "g"]) {
      const error = { code: "pfx-wrong-password", facts: { empty: password === "" } };
      expect(() => read(pfx, password)).toThrow(expect.objectContaining(error));
    }
  });

  test.each(Object.entries(generations))("lengths it leaves out, of %s", async (_, options) => {
    const pfx = indefinite(await makePfx(signers.rsa2048, "secret", options));
    expect(read(pfx, "secret")).toEqual(wanted(signers.rsa2048));
  });
});

describe("a PFX is refused", () => {
  test("without a key", async () => {
    const pfx = await makePfx(signers.p256, "secret", ["-nokeys"]);
    const error = { code: "pfx-without-key", facts: { certificates: 2 } };
    expect(() => read(pfx, "secret")).toThrow(expect.objectContaining(error));
  });

  test.each(["PBE-SHA1-RC4-128", "PBE-SHA1-RC4-40"])("encrypted by %s", async (cipher) => {
    const pfx = await makePfx(signers.p256, "secret", ["-keypbe", cipher, ...legacy]);
    const facts = { cipher: expect.stringMatching(/^1\.2\.840\.113549\.1\.12\.1\.[12]$/) };
    expect(() => read(pfx, "secret")).toThrow(
      expect.objectContaining({ code: "key-cipher-unsupported", facts }),
    );
  });

  test.each([
    ["rsa1024", { type: "rsa", bits: 1024, curve: null }],
    ["p521", { type: "ec", bits: null, curve: "secp521r1" }],
    ["ed25519", { type: "ed25519", bits: null, curve: null }],
  ] as const)("with a %s key", async (key, facts) => {
    const pfx = await makePfx(await issue(root, { key }), "secret");
    expect(() => read(pfx, "secret")).toThrow(expect.objectContaining({ code: "key-unsupported", facts }));
  });
});

test("a PFX that OpenSSL before 1.1 wrote opens with an umlaut, though each of its bytes became a character", async () => {
  const pfx = await makePfx(signers.p256, Buffer.from("\u00fc").toString("latin1"), ["-legacy"]);
  expect(read(pfx, "\u00fc")).toEqual(wanted(signers.p256));
});

test("a certificate that is not the key's is no hindrance here", async () => {
  const self = await makeRoot({ name: "Alone", key: "p256" });
  const pfx = await makePfx({ ...self, chainFile: signers.p384.chainFile }, "secret", []).catch(() => null);
  expect(pfx).toBeNull();
});
