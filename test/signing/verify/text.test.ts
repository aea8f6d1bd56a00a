import { describe, expect, test } from "vitest";
import { scriptSigner } from "../../../src/signing/authenticode/sign.ts";
import { nodeSigner } from "../node-signer.ts";
import { signByOsslsigncode } from "../oracles/osslsigncode.ts";
import { samples } from "../oracles/samples.ts";
import { installTools } from "../tools.ts";
import { codesOf, signedScript, signers, text, verify, withBlock } from "./scripts.ts";

await installTools();
const sign = scriptSigner(nodeSigner(signers.p256), { hash: "sha256" });
const signed = signedScript().toString();
const inUtf8 = (await sign(samples["UTF-8 with a mark"])).toString();

describe("a text that is not saved so that all read the same", () => {
  test("is found, as it is by a signer who takes it for UTF-8", async () => {
    const unmarked = Buffer.from("# Gru\u00df\r\n");
    const byOthers = await signByOsslsigncode(unmarked, { signer: signers.p256 });
    expect(verify(byOthers)).toMatchObject({
      encoding: "no-mark",
      findings: [{ code: "text-encoding", facts: { encoding: "no-mark" } }],
    });
  });

  test.each<[string, Buffer, string[]]>([
    [
      "UTF-16 with the high byte first",
      Buffer.from(inUtf8, "utf16le").swap16(),
      ["text-encoding", "unsigned"],
    ],
    ["UTF-16 without a mark", Buffer.from(signed, "utf16le"), ["unsigned"]],
    [
      "Windows-1252",
      Buffer.from(signedScript({}, `${text}# Gru\u00df`).toString(), "latin1"),
      ["text-encoding", "text-changed"],
    ],
    [
      "UTF-8 with a byte that is none",
      Buffer.from(inUtf8.replace("\u00df", "\ufffd")).fill(0xff, 34, 35),
      ["text-encoding", "text-changed"],
    ],
    [
      "UTF-16 of an odd number of bytes",
      Buffer.concat([Buffer.from(inUtf8, "utf16le"), Buffer.of(0)]),
      ["text-encoding", "unsigned"],
    ],
  ])("%s", (_, script, codes) => {
    expect(codesOf(script)).toEqual(codes);
  });
});

test.each([
  ["UTF-8 and UTF-16", Buffer.from(inUtf8, "utf16le"), []],
  ["UTF-8 with and without its mark", Buffer.from(inUtf8.slice(1)), ["text-encoding", "text-changed"]],
  [
    "UTF-8 and ASCII, by taking a mark away",
    Buffer.from(inUtf8.slice(1).replace("\u00df", "ss")),
    ["text-changed"],
  ],
  ["ASCII and UTF-8, by adding a mark", Buffer.from(`\ufeff${signed}`), ["text-changed"]],
])("%s have their digests alike or not, as Windows has them", (_, script, codes) => {
  expect(codesOf(script)).toEqual(codes);
});

describe("a text that was changed after it was signed", () => {
  test.each([
    ["a letter", signed.replace("W", "w")],
    ["a blank at a line's end", signed.replace("\r\n#", " \r\n#")],
    ["a line end", signed.replace("\r\n#", "\n#")],
    ["a line end more before the block", signed.replace("# SIG # Begin", "\r\n# SIG # Begin")],
    ["a line end less before the block", signed.replace("\r\n# SIG # Begin", "# SIG # Begin")],
    ["a line before", `exit\r\n${signed}`],
    ["a line before the block", signed.replace("# SIG # Begin", "exit\r\n# SIG # Begin")],
    ["all line ends", signed.replaceAll("\r\n", "\n")],
  ])("%s", (_, script) => {
    expect(codesOf(script)).toEqual(["text-changed"]);
  });
});

const here = "@'\r\n# SIG # Begin signature block\r\n'@\r\n";

describe("what Windows may take for the beginning of a signature", () => {
  test.each([
    ["the marker in a here-string", here, 4],
    ["a whole block in a here-string", `@'${withBlock("", Buffer.from("a"))}'@\r\n`, 4],
    ["a comment like the marker", "# SIG # Begin signature blok\r\n", 3],
    ["one in other letters", "#sig # BEGIN SIGNATURE BLOCK\r\n", 3],
    ["one at the end of a line", "exit # SIG # Begin signature block now\r\n", 3],
  ])("is found in the text, though it was signed: %s", (_, addition, line) => {
    expect(verify(signedScript({}, text + addition)).findings).toEqual([
      { code: "marker-in-text", facts: { line, comment: expect.stringMatching(/sig/i) } },
    ]);
  });

  test("is found in what is not signed too", () => {
    expect(codesOf(text + here)).toEqual(["block-damaged"]);
    expect(codesOf("# SIG # Begin signature blok\r\n")).toEqual(["marker-in-text", "unsigned"]);
  });

  test("is found where a second signature was put under the first", () => {
    expect(codesOf(signedScript({}, signed))).toEqual(["marker-in-text"]);
  });
});

describe("a script without a signature", () => {
  test.each([
    ["nothing", Buffer.of()],
    ["a text", Buffer.from(text)],
    ["a text in UTF-16", samples["UTF-16LE with a mark"]],
  ])("has none: %s", (_, script) => {
    expect(verify(script)).toMatchObject({
      signer: null,
      hash: null,
      path: [],
      findings: [{ code: "unsigned" }],
    });
  });
});
