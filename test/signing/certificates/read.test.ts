import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readCertificates } from "../../../src/signing/certificates/read.ts";
import { pki } from "../pki.ts";
import { generate } from "./generated.ts";

const { root, intermediate, signers } = await pki();
const folder = mkdtempSync(join(tmpdir(), "portkeep-certificates-"));
const openssl = (...given: string[]) => execFileSync("openssl", given, { stdio: "pipe" });
const bundle = (form: "DER" | "PEM") =>
  openssl("crl2pkcs7", "-nocrl", "-certfile", signers.p256.chainFile, "-outform", form);
const bundleText = bundle("PEM").toString();
const der = (issued = root) => openssl("x509", "-in", issued.certificateFile, "-outform", "DER");

afterAll(() => rmSync(folder, { recursive: true }));

/** Gives a SignedData of indefinite lengths, as a stream is written. */
function streamed(): Buffer {
  const text = join(folder, "text");
  writeFileSync(text, "text");
  const { certificateFile, keyFile } = signers.p256;
  const signer = ["-signer", certificateFile, "-inkey", keyFile, "-certfile", intermediate.certificateFile];
  return openssl("cms", "-sign", "-in", text, ...signer, "-nodetach", "-stream", "-outform", "DER");
}

const names = (bytes: Uint8Array | string) =>
  readCertificates(Buffer.from(bytes as string)).map(({ subject }) => subject.replace("CN=", ""));
const code = (bytes: Uint8Array | string) => {
  try {
    return names(bytes);
  } catch (error) {
    const { code, facts } = error as { code: string; facts: object };
    return [code, facts];
  }
};

describe("certificates are read from", () => {
  const two = ["Test Signer p256", "Test Intermediate"];

  test.each<[string, string | Uint8Array, string[]]>([
    ["PEM", root.certificatePem, ["Test Root"]],
    ["PEM with several, in their order", signers.p256.chainPem, two],
    ["PEM with a key and text beside them", `Bag\n${signers.p256.keyPem}${signers.p256.chainPem}text`, two],
    ["PEM with the same one twice", root.certificatePem.repeat(3), ["Test Root"]],
    ["PEM with CR LF", signers.p256.chainPem.replaceAll("\n", "\r\n"), two],
    [
      "PEM as Windows PowerShell saves it",
      Buffer.from(`\ufeff${root.certificatePem}`, "utf16le"),
      ["Test Root"],
    ],
    [
      "PEM after one that was cut off",
      `-----BEGIN CERTIFICATE-----\nMIIB\n${root.certificatePem}`,
      ["Test Root"],
    ],
    ["DER", der(), ["Test Root"]],
    ["PKCS#7 as DER", bundle("DER"), two],
    ["PKCS#7 as PEM", bundleText, two],
    ["PKCS#7 under the label of a certificate", bundleText.replaceAll("PKCS7", "CERTIFICATE"), two],
    ["PKCS#7 with indefinite lengths", streamed(), two],
    ["PKCS#7 and a certificate in one PEM", root.certificatePem + bundleText, ["Test Root", ...two]],
  ])("%s", (_, bytes, wanted) => {
    expect(names(bytes).toSorted()).toEqual(wanted.toSorted());
  });

  test("PEM without a change of a byte", () => {
    expect(readCertificates(Buffer.from(root.certificatePem))[0]?.raw).toEqual(der());
    expect(readCertificates(bundle("DER")).map(({ raw }) => raw)).toContainEqual(der(intermediate));
  });
});

describe("refused is", () => {
  const unreadable = ["certificate-unreadable", {}];

  test.each<[string, string | Uint8Array, unknown[]]>([
    ["a text", "hello", unreadable],
    ["nothing", "", unreadable],
    ["half a DER", der().subarray(0, 200), unreadable],
    ["a DER with something after it", Buffer.concat([der(), Buffer.from("\n")]), unreadable],
    ["PEM with a damaged one", root.certificatePem.replace("MII", "MIJ"), unreadable],
    ["a good one beside a damaged one", root.certificatePem + bundleText.replace("MII", "MIJ"), unreadable],
    [
      "a certificate request",
      openssl("req", "-new", "-key", root.keyFile, "-subj", "/CN=x", "-outform", "DER"),
      unreadable,
    ],
    ["a key as DER", openssl("pkey", "-in", root.keyFile, "-outform", "DER"), unreadable],
    ["PEM with a key alone", root.keyPem, ["certificate-missing", { found: ["PRIVATE KEY"] }]],
    [
      "PKCS#7 without certificates",
      openssl("crl2pkcs7", "-nocrl", "-outform", "DER", "-in", "/dev/null"),
      ["certificate-missing", { found: [] }],
    ],
  ])("%s", (_, bytes, wanted) => {
    expect(code(bytes)).toEqual(wanted);
  });

  test("what holds many other things, of which only some are named", () => {
    const blocks = Array.from(
      { length: 50 },
      (_, index) => `-----BEGIN A${index}-----\n-----END A${index}-----`,
    );
    expect(code(blocks.join("\n"))).toEqual([
      "certificate-missing",
      { found: ["A0", "A1", "A2", "A3", "A4"] },
    ]);
  });
});

test("a hundred certificates are read, and no more", async () => {
  const subjects = Array.from({ length: 101 }, (_, index) => `CN=${index}`);
  const certificates = await Promise.all(subjects.map(async (subject) => `${await generate({ subject })}`));
  expect(readCertificates(Buffer.from(certificates.slice(1).join("")))).toHaveLength(100);
  expect(code(certificates.join(""))).toEqual(["too-many-certificates", { limit: 100 }]);
});

test("a file full of lines that begin a block is read in one go", () => {
  const lines = "-----BEGIN CERTIFICATE-----\n".repeat(200_000);
  expect(code(lines)).toEqual(["certificate-unreadable", {}]);
});
