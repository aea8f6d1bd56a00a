import { chmodSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { signByOsslsigncode } from "../../signing/oracles/osslsigncode.ts";
import { issue, makeRoot } from "../../signing/pki.ts";
import { installTools } from "../../signing/tools.ts";
import { filesIn, portkeep } from "../console.ts";
import {
  bytesOf,
  fingerprint,
  folderToSign,
  intermediate,
  root,
  signedBy,
  signer,
  signers,
  timestampAuthority,
  timestampRoot,
  unsigned,
} from "../signed.ts";

await installTools();
const script = await signedBy(signer);
const changed = Buffer.concat([Buffer.from("#"), script]);
const otherRoot = await makeRoot({ name: "Other Root" });
const expired = await issue(intermediate, {
  name: "Expired",
  key: "rsa2048",
  notAfter: new Date("2022-01-01"),
});
const sha256 = fingerprint(signer);

/** Verifies a script in a folder with the roots, and gives what was found. */
async function verify(options: readonly string[], given: Uint8Array = script) {
  const folder = folderToSign({
    "script.ps1": given,
    "other.cer": otherRoot.certificatePem,
    "both.pem": otherRoot.certificatePem + root.certificatePem,
    "timestamp-root.cer": timestampRoot.certificatePem,
  });
  const before = filesIn(folder);
  const text = await portkeep(["verify", "script.ps1", ...options], folder);
  const json = await portkeep(["verify", "script.ps1", "--json", ...options], folder);
  expect(filesIn(folder)).toEqual(before);
  expect(json.code).toBe(text.code);
  const result = JSON.parse(json.stdout);
  return { ...text, result, codes: result.findings.map(({ code }: { code: string }) => code) };
}

describe("whom to trust", () => {
  test.each<[string, string[], string[]]>([
    ["a root that the signer leads to", ["--root", "root.cer"], []],
    ["one of several roots", ["--root", "both.pem"], []],
    ["another root", ["--root", "other.cer"], ["chain"]],
    ["the certificate itself as a root", ["--root", "chain.pem"], []],
    ["the signer", ["--signer", sha256], []],
    ["the signer in capitals", ["--signer", sha256.toUpperCase()], []],
    ["the signer with colons", ["--signer", sha256.replace(/..(?=.)/g, "$&:")], []],
    ["the signer with blanks", ["--signer", ` ${sha256.replace(/.{8}/g, "$& ")}`], []],
    ["another signer", ["--signer", fingerprint(signers.p256)], ["other-signer"]],
    ["both", ["--root", "root.cer", "--signer", sha256], []],
    ["another root, and the signer", ["--root", "other.cer", "--signer", sha256], ["chain"]],
    [
      "the root, and another signer",
      ["--root", "root.cer", "--signer", fingerprint(signers.p256)],
      ["other-signer"],
    ],
    ["nobody", [], ["signer-not-judged"]],
    ["anybody", ["--integrity-only"], []],
  ])("%s", async (_, options, codes) => {
    const outcome = await verify(options);
    expect(outcome.codes).toEqual(codes);
    expect(outcome.code).toBe(codes.length > 0 ? 1 : 0);
    expect(outcome.result.accepted).toBe(codes.length === 0);
  });

  test("says what to add where nobody is named", async () => {
    const { stdout } = await verify([]);
    expect(stdout).toMatch(/^script\.ps1: the signature is not accepted\.\n/);
    expect(stdout).toMatch(
      /\n\nWho signed was not judged\. .*--root FILE, or --signer SHA256; .*--integrity-only.*\n$/,
    );
  });
});

describe("what was signed", () => {
  test.each<[string, Uint8Array, string[]]>([
    ["without a signature", unsigned, ["unsigned"]],
    ["with a text that was changed", changed, ["text-changed"]],
    ["cut off", script.subarray(0, -200), ["block-damaged"]],
    ["with something after it", Buffer.concat([script, Buffer.from("'x'\r\n")]), ["block-damaged"]],
    ["with other line ends", Buffer.from(script.toString().replaceAll("\r\n", "\n")), ["text-changed"]],
  ])("%s: never accepted", async (_, given, codes) => {
    for (const options of [["--root", "root.cer"], ["--signer", sha256], ["--integrity-only"]]) {
      const outcome = await verify(options, given);
      expect(outcome.codes).toEqual(codes);
      expect(outcome.code).toBe(1);
    }
  });

  test("without its last line end is accepted", async () => {
    expect((await verify(["--root", "root.cer"], script.subarray(0, -2))).codes).toEqual([]);
  });
});

describe("SHA-1", () => {
  let given: Buffer;
  beforeAll(async () => {
    given = await signedBy(signer, unsigned, "sha1");
  });

  test.each([
    ["is a finding", [], ["hash-weak"]],
    ["is none with --allow-sha1", ["--allow-sha1"], []],
  ])("%s", async (_, options, codes) => {
    expect((await verify(["--root", "root.cer", ...options], given)).codes).toEqual(codes);
  });
});

describe("a certificate that has expired, under a timestamp of before", () => {
  let given: Buffer;
  beforeAll(async () => {
    const timestamp = { authority: timestampAuthority, time: new Date("2021-06-01T12:00:00Z") };
    given = await signByOsslsigncode(unsigned, { signer: expired, timestamp });
  });

  test("is accepted under the timestamp's root alone", async () => {
    const byRoot = ["--root", "root.cer"];
    expect((await verify(byRoot, given)).codes).toEqual(["chain"]);
    expect((await verify([...byRoot, "--timestamp-root", "timestamp-root.cer"], given)).codes).toEqual([]);
    const elsewhere = await verify([...byRoot, "--timestamp-root", "other.cer"], given);
    expect(elsewhere.codes).toEqual(["timestamp", "chain"]);
  });

  test("is told with the timestamp, its authority, and whether that is trusted", async () => {
    const { stdout, result } = await verify(["--integrity-only"], given);
    expect(stdout).toMatch(
      /\nTimestamp +2021-06-01T12:00:00\.000Z by CN=Test Timestamp Authority \(not trusted: see --timestamp-root\)\n/,
    );
    expect(result.timestamp).toMatchObject({
      kind: "rfc3161",
      time: "2021-06-01T12:00:00.000Z",
      authority: { subject: "CN=Test Timestamp Authority", sha256: fingerprint(timestampAuthority) },
      trusted: false,
    });
    const trusted = await verify(["--integrity-only", "--timestamp-root", "timestamp-root.cer"], given);
    expect(trusted.stdout).toMatch(/ by CN=Test Timestamp Authority\n/);
    expect(trusted.result.timestamp.trusted).toBe(true);
  });
});

describe("the result", () => {
  test("is a text on standard output, and standard error stays empty", async () => {
    const { stdout, stderr } = await verify(["--root", "root.cer"]);
    expect(stdout).toBe(`script.ps1: the signature is good.

Signer     CN=Test Signer rsa2048
Issued by  CN=Test Intermediate
SHA-256    ${sha256}
Valid      2020-01-01T00:00:00.000Z to 2049-12-31T00:00:00.000Z
Hash       sha256
Timestamp  none
`);
    expect(stderr).toBe("");
  });

  test("of --integrity-only does not say that the signature is good", async () => {
    const { stdout } = await verify(["--integrity-only"]);
    expect(stdout).toMatch(/^script\.ps1: the text is as it was signed\. Who signed it was not judged\.\n/);
  });

  test("is in Dutch where that is asked for", async () => {
    const { stdout } = await verify(["--root", "root.cer", "--locale", "nl"]);
    expect(stdout).toMatch(/^script\.ps1: de handtekening is goed\.\n\nOndertekenaar +CN=/);
  });

  test("has as JSON stable keys", async () => {
    const { result } = await verify(["--root", "root.cer"], changed);
    expect(result).toEqual({
      schema: 1,
      command: "verify",
      file: "script.ps1",
      accepted: false,
      integrityOnly: false,
      encoding: "ascii",
      hash: "sha256",
      signer: {
        subject: "CN=Test Signer rsa2048",
        issuer: "CN=Test Intermediate",
        sha256,
        notBefore: "2020-01-01T00:00:00.000Z",
        notAfter: "2049-12-31T00:00:00.000Z",
      },
      path: ["CN=Test Signer rsa2048", "CN=Test Intermediate", "CN=Test Root"],
      timestamp: null,
      findings: [
        {
          code: "text-changed",
          facts: {},
          message: "The text is not the one that was signed: something in it was changed.",
        },
      ],
    });
  });

  test("has the same keys where there is no signature", async () => {
    const good = (await verify(["--root", "root.cer"])).result;
    const none = (await verify(["--root", "root.cer"], unsigned)).result;
    expect(Object.keys(none)).toEqual(Object.keys(good));
    expect(none).toMatchObject({ hash: null, signer: null, path: [], timestamp: null });
  });
});

test("a script may come from standard input", async () => {
  const outcome = await portkeep(["verify", "-", "--root", "root.cer"], folderToSign(), script);
  expect(outcome).toMatchObject({ code: 0, stderr: "" });
  expect(outcome.stdout).toMatch(/^-: the signature is good\./);
});

test.each([
  ["a script that is missing", ["missing.ps1", "--integrity-only"]],
  ["a root that is missing", ["script.ps1", "--root", "missing.cer"]],
  ["a folder in place of a script", [".", "--integrity-only"]],
])("%s is no finding, but bad input", async (_, argv) => {
  const { code, stdout, stderr } = await portkeep(["verify", ...argv], folderToSign());
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/^error: (missing\.(ps1|cer)|\.): /);
});

test.skipIf(process.platform === "win32")("a script that may not be written can be verified", async () => {
  const folder = folderToSign({ "script.ps1": script });
  chmodSync(join(folder, "script.ps1"), 0o400);
  expect(await portkeep(["verify", "script.ps1", "--root", "root.cer"], folder)).toMatchObject({ code: 0 });
  expect(bytesOf(folder)).toEqual(script);
});
