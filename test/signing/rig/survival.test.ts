import { describe, expect, test } from "vitest";
import { readCertificates } from "../../../src/signing/certificates/read.ts";
import { verifyScript } from "../../../src/signing/verify/verify.ts";
import { sharedHost } from "../../rig/shared.ts";
import { freshMachine } from "../../script/machine.ts";
import { runUnchanged } from "../../script/run.ts";
import { scriptFor, standardScript, wanted } from "../../script/script.ts";
import { verifyByDotnet } from "../oracles/dotnet.ts";
import { signByOsslsigncode, verifyByOsslsigncode } from "../oracles/osslsigncode.ts";
import { changed } from "../oracles/samples.ts";
import { pki } from "../pki.ts";
import { installTools } from "../tools.ts";
import { sign } from "./signing.ts";
import {
  fromBlock,
  inCrlf,
  inLf,
  longer,
  marked,
  type Transport,
  throughBase64,
  throughDatto,
  throughJson,
  throughZip,
  unmarked,
  withoutLastNewline,
} from "./transports.ts";

await Promise.all([installTools(), sharedHost("linux")]);
const { root, signers } = await pki();
const signer = signers.rsa2048;
const roots = readCertificates(Buffer.from(root.certificatePem));
const lfScript = scriptFor({ products: ["sbs-2003-standard"], newline: "lf" });
const withUmlaut = Buffer.concat([standardScript, Buffer.from("# Gr\u00fc\u00dfe\r\n")]);
const withMark = (script: Uint8Array) => Buffer.concat([Buffer.from("\ufeff"), script]);

const signed = {
  CRLF: await sign(standardScript, signer),
  LF: await sign(lfScript, signer),
  "CRLF with a mark": await sign(withMark(standardScript), signer),
  "LF with a mark": await sign(withMark(lfScript), signer),
  "UTF-8 with a mark": await sign(withMark(withUmlaut), signer),
};

type Row = [title: string, from: keyof typeof signed, change: Transport];

const as: Transport = (script) => script;
const port = (script: Buffer) => changed(script, script.indexOf("1812-1813"));

/** The table of what targets do, in the order of its rows. */
const survives: Row[] = [
  ["nothing", "CRLF", as],
  ["nothing", "LF", as],
  ["nothing", "CRLF with a mark", as],
  ["nothing", "LF with a mark", as],
  ["nothing", "UTF-8 with a mark", as],
  ["every line end becomes LF", "LF", inLf],
  ["the last newline goes", "CRLF", withoutLastNewline],
  ["the last newline goes", "LF", withoutLastNewline],
  ["it goes through Datto RMM", "LF with a mark", throughDatto],
  ["it goes through JSON", "CRLF", throughJson],
  ["it goes through JSON", "CRLF with a mark", throughJson],
  ["it goes through base64", "CRLF", throughBase64],
  ["it goes through a zip file", "CRLF", throughZip],
];

const breaks: Row[] = [
  ["a mark is added", "CRLF", marked],
  ["a mark is added", "LF", marked],
  ["the mark goes, of pure ASCII too", "CRLF with a mark", unmarked],
  ["the mark goes, of pure ASCII too", "LF with a mark", unmarked],
  ["the mark goes", "UTF-8 with a mark", unmarked],
  ["every line end becomes LF", "CRLF", inLf],
  ["every line end becomes CRLF", "LF", inCrlf],
  ["a digit of a port changes", "CRLF", port],
  ["a digit of a port changes", "LF", port],
  [
    "it goes through Datto RMM, and is run with CRLF",
    "LF with a mark",
    (script) => inCrlf(throughDatto(script)),
  ],
];

/** What the three who can judge say: codes of ours, whether osslsigncode accepts it, problems of .NET. */
async function verdicts(script: Buffer) {
  const trust = { roots, signer: null, integrityOnly: false, allowSha1: false, now: new Date() };
  return {
    ours: verifyScript(script, trust).findings.map(({ code }) => code),
    osslsigncode: (await verifyByOsslsigncode(script, { root })).ok,
    dotnet: (await verifyByDotnet(script, { root })).problems,
  };
}

describe("a signature survives where", () => {
  describe.each(survives)("%s (%s)", (_, from, change) => {
    test("as all three judges say", async () => {
      const script = await change(signed[from]);
      expect(await verdicts(script)).toEqual({ ours: [], osslsigncode: true, dotnet: [] });
    });

    test("and the script runs", async () => {
      await freshMachine();
      const { result } = await runUnchanged("-Action Test", { script: await change(signed[from]) });
      expect(result).toMatchObject({ state: "drift", exitCode: 1, added: wanted });
    });
  });
});

describe("a signature breaks where", () => {
  test.each(breaks)("%s (%s), as all three judges say", async (_, from, change) => {
    const { ours, osslsigncode, dotnet } = await verdicts(await change(signed[from]));
    expect(ours).toContain("text-changed");
    expect({ osslsigncode, dotnet }).toEqual({ osslsigncode: false, dotnet: ["digest"] });
  });
});

describe("we are stricter on purpose where", () => {
  test("the signature alone becomes LF, which .NET reads, and osslsigncode does not", async () => {
    const script = fromBlock(inLf)(signed.CRLF);
    expect(await verdicts(script)).toEqual({ ours: ["block-form"], osslsigncode: false, dotnet: [] });
  });

  test("the line break before it becomes LF too, which both read", async () => {
    const script = fromBlock(inLf, 2)(signed.CRLF);
    expect(await verdicts(script)).toEqual({ ours: ["block-form"], osslsigncode: true, dotnet: [] });
  });

  // Windows is said to take one or two newline characters after the last line: no text, and not nothing either.
  test.each([
    ["a CRLF", "CRLF", "\r\n"],
    ["an LF", "CRLF", "\n"],
    ["an LF", "LF", "\n"],
    ["text", "LF", "'more'\n"],
  ] as const)(
    "%s follows the signature (%s): osslsigncode takes it, we take only a missing last newline",
    async (_, from, text) => {
      const judged = await verdicts(longer(text)(signed[from]));
      expect(judged).toEqual({ ours: ["block-damaged"], osslsigncode: true, dotnet: ["trailing"] });
    },
  );

  test("half of the last line end goes, which osslsigncode does not mind", async () => {
    const judged = await verdicts(signed.CRLF.subarray(0, -1));
    expect(judged).toEqual({ ours: ["block-damaged"], osslsigncode: true, dotnet: ["trailing"] });
  });

  test("others sign text in UTF-8 without a mark, which each Windows reads in a code page of its own", async () => {
    const script = await signByOsslsigncode(withUmlaut, { signer });
    expect(await verdicts(script)).toEqual({ ours: ["text-encoding"], osslsigncode: true, dotnet: [] });
    await expect(async () => sign(withUmlaut, signer)).rejects.toMatchObject({ code: "text-not-signable" });
  });
});
