import { describe, expect, test } from "vitest";
import { readPrivateKey } from "../../../src/signing/keys/pem.ts";
import { type KeyKind, makeRoot, pki } from "../pki.ts";
import { encryptions, openssl } from "./openssl-keys.ts";
import { makePfx } from "./pfx/pfx.ts";

const { signers } = await pki();
const pfx = await makePfx(signers.p256, "secret");

const read = (bytes: string | Buffer, password: string | Buffer | null = null) =>
  readPrivateKey(Buffer.from(bytes as string), password).export({ type: "pkcs8", format: "pem" });
const pkcs8 = (kind: keyof typeof signers, form: string, options: string[] = [], password?: string) => {
  const files = ["-in", signers[kind].keyFile, "-outform", form];
  return openssl(
    [
      "pkcs8",
      "-topk8",
      ...files,
      ...(password === undefined ? ["-nocrypt"] : ["-passout", "PASSWORD"]),
      ...options,
    ],
    password,
  );
};
const outcome = (bytes: string | Buffer, password: string | null = null) => {
  try {
    return read(bytes, password);
  } catch (error) {
    const { code, facts } = error as { code: string; facts: object };
    return [code, facts];
  }
};

describe("a key is read", () => {
  const kinds = ["rsa2048", "rsa4096", "p256", "p384"] as const;
  const forms: [string, (kind: (typeof kinds)[number]) => string | Buffer][] = [
    ["PKCS#8 in PEM", (kind) => signers[kind].keyPem],
    ["PKCS#8 in DER", (kind) => pkcs8(kind, "DER")],
    ["PKCS#1 or SEC1 in PEM", (kind) => openssl(["pkey", "-in", signers[kind].keyFile, "-traditional"])],
    [
      "PKCS#1 or SEC1 in DER",
      (kind) => openssl(["pkey", "-in", signers[kind].keyFile, "-traditional", "-outform", "DER"]),
    ],
  ];

  test.each(kinds.flatMap((kind) => forms.map(([form, make]) => [kind, form, make] as const)))(
    "%s from %s",
    (kind, _, make) => {
      expect(read(make(kind))).toBe(signers[kind].keyPem);
      expect(read(make(kind), "not needed")).toBe(signers[kind].keyPem);
    },
  );

  const { keyPem, chainPem, keyFile } = signers.p256;
  test.each([
    ["among certificates and text", `Bag Attributes\n${chainPem}${keyPem}${chainPem}`],
    ["after its parameters", openssl(["ecparam", "-name", "prime256v1"]).toString() + keyPem],
    ["with CR LF", keyPem.replaceAll("\n", "\r\n")],
    ["as Windows PowerShell saves a text", Buffer.from(`\ufeff${keyPem}`, "utf16le")],
    ["with its parameters written out", openssl(["ec", "-in", keyFile, "-outform", "DER"])],
  ])("%s", (_, bytes) => {
    expect(read(bytes)).toBe(keyPem);
  });
});

describe.each(Object.entries(encryptions))("an encrypted PKCS#8 by %s", (_, options) => {
  test.each([
    ["secret", "PEM"],
    ["p\u00e4ss \u{1f511}", "DER"],
    ["x".repeat(900), "PEM"],
  ])("opens with its password: %s", (password, form) => {
    const encrypted = pkcs8("p256", form, options, password);
    expect(read(encrypted, password)).toBe(signers.p256.keyPem);
    expect(read(encrypted, Buffer.from(password))).toBe(signers.p256.keyPem);
  });

  test("does not open without it, or with another", () => {
    const encrypted = pkcs8("p256", "PEM", options, "secret");
    expect(outcome(encrypted)).toEqual(["key-encrypted", {}]);
    for (const password of ["", "Secret", "secre"]) {
      expect(outcome(encrypted, password)).toEqual(["key-wrong-password", {}]);
    }
  });
});

describe("a PEM with the cipher in a header", () => {
  const encrypted = (kind: keyof typeof signers, cipher: string, password: string) =>
    openssl(
      ["pkey", "-in", signers[kind].keyFile, "-traditional", cipher, "-passout", "PASSWORD"],
      password,
    ).toString();

  test.each(["-aes128", "-aes192", "-aes256", "-des3"])("opens with its password: %s", (cipher) => {
    for (const kind of ["rsa2048", "p256"] as const) {
      const pem = encrypted(kind, cipher, "p\u00e4ss");
      expect(pem).toContain("DEK-Info");
      expect(read(pem, "p\u00e4ss")).toBe(signers[kind].keyPem);
      expect(read(pem.replaceAll("\n", "\r\n"), "p\u00e4ss")).toBe(signers[kind].keyPem);
      expect(outcome(pem, "pass")).toEqual(["key-wrong-password", {}]);
      expect(outcome(pem, "")).toEqual(["key-wrong-password", {}]);
      expect(outcome(pem)).toEqual(["key-encrypted", {}]);
    }
  });

  test("is refused where OpenSSL has left its cipher behind", () => {
    const pem = encrypted("rsa2048", "-aes128", "secret").replace("AES-128-CBC", "DES-CBC");
    expect(outcome(pem, "secret")).toEqual(["key-cipher-unsupported", { cipher: "DES-CBC" }]);
  });
});

describe("refused is", () => {
  const { keyPem, keyFile, certificatePem, certificateFile } = signers.p256;
  const missing = (...found: string[]) => ["key-missing", { found }];
  const publicKey = (form: string) => openssl(["pkey", "-in", keyFile, "-pubout", "-outform", form]);

  test.each<[string, string | Buffer, unknown]>([
    ["a certificate", certificatePem, missing("CERTIFICATE")],
    [
      "a certificate in DER",
      openssl(["x509", "-in", certificateFile, "-outform", "DER"]),
      missing("CERTIFICATE"),
    ],
    ["a public key", publicKey("PEM"), missing("PUBLIC KEY")],
    ["a public key in DER", publicKey("DER"), missing("PUBLIC KEY")],
    ["a PFX", pfx, missing("PKCS12")],
    ["two keys", keyPem + signers.rsa2048.keyPem, ["several-keys", { count: 2 }]],
    ["a text", "text", ["key-unreadable", {}]],
    ["nothing", "", ["key-unreadable", {}]],
    ["half a key", pkcs8("rsa2048", "DER").subarray(0, 600), ["key-unreadable", {}]],
    ["a key with a damaged line", keyPem.replace("MIG", "MIH"), ["key-unreadable", {}]],
    [
      "a key of OpenSSH",
      "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaA==\n-----END OPENSSH PRIVATE KEY-----\n",
      ["key-unreadable", {}],
    ],
  ])("%s", (_, bytes, wanted) => {
    expect(outcome(bytes)).toEqual(wanted);
  });

  test.each<[KeyKind, object]>([
    ["rsa1024", { type: "rsa", bits: 1024, curve: null }],
    ["rsa2047", { type: "rsa", bits: 2047, curve: null }],
    ["p521", { type: "ec", bits: null, curve: "secp521r1" }],
    ["ed25519", { type: "ed25519", bits: null, curve: null }],
  ])("a key of the kind %s", async (key, facts) => {
    const { keyPem: pem } = await makeRoot({ key });
    expect(outcome(pem)).toEqual(["key-unsupported", facts]);
  });

  test("an RSA key that is for PSS alone", () => {
    const options = ["-algorithm", "RSA-PSS", "-pkeyopt", "rsa_keygen_bits:2048"];
    const facts = expect.objectContaining({ type: "rsa-pss", bits: 2048 });
    expect(outcome(openssl(["genpkey", ...options]))).toEqual(["key-unsupported", facts]);
  });

  test.each([
    [
      "PBES1 with DES",
      ["-v1", "PBE-MD5-DES", "-provider", "legacy", "-provider", "default"],
      "1.2.840.113549.1.5.3",
    ],
    [
      "RC4",
      ["-v1", "PBE-SHA1-RC4-128", "-provider", "legacy", "-provider", "default"],
      "1.2.840.113549.1.12.1.1",
    ],
    ["Camellia", ["-v2", "camellia-256-cbc"], "1.2.392.200011.61.1.1.1.4"],
  ])("a key encrypted by %s", (_, options, cipher) => {
    const encrypted = pkcs8("p256", "PEM", options, "secret");
    expect(outcome(encrypted, "secret")).toEqual(["key-cipher-unsupported", { cipher }]);
  });
});
