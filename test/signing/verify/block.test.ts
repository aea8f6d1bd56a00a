import { describe, expect, test } from "vitest";
import { attribute, octets } from "../cms/der-writer.ts";
import {
  codesOf,
  indirectData,
  signatureFor,
  signers,
  text,
  verify,
  windowsAttributes,
  withBlock,
} from "./scripts.ts";

const inLf = text.replaceAll("\r\n", "\n");
const signature = paddedSignature();
const signed = withBlock(text, signature);
const lines = signed.split("\r\n");
const begin = lines.indexOf("# SIG # Begin signature block");

/** Gives the signed script with its lines after the beginning of the block changed. */
function edited(edit: (block: string[]) => string[]): string {
  const block = lines.slice(begin + 1, -2);
  return [...lines.slice(0, begin + 1), ...edit(block), ...lines.slice(-2)].join("\r\n");
}

describe("a block is accepted", () => {
  test.each([
    ["as Windows writes it", signed],
    ["without the last line end", signed.slice(0, -2)],
    ["in LF under a text in LF", withBlock(inLf, signatureFor(inLf), "\n")],
    ["in LF without the last line end", withBlock(inLf, signatureFor(inLf), "\n").slice(0, -1)],
    ["in CRLF under a text in LF, as Windows signs it", withBlock(inLf, signatureFor(inLf))],
    [
      "in CRLF under a text in LF, without the last line end",
      withBlock(inLf, signatureFor(inLf)).slice(0, -2),
    ],
    ["under a text without line ends", withBlock("exit", signatureFor("exit"))],
    ["under no text at all", withBlock("", signatureFor(""))],
  ])("%s", (_, script) => {
    expect(codesOf(script)).toEqual([]);
  });
});

describe("a block that is edited is refused, with what is wrong in it:", () => {
  test.each([
    ["LF under a text in CRLF", withBlock(text, signature, "\n")],
    ["LF under a text of one line", withBlock("exit", signatureFor("exit"), "\n")],
    ["one LF", signed.replace("\r\n# SIG # End", "\n# SIG # End")],
    ["an LF at the end", signed.replace(/\r\n$/, "\n")],
    ["one CRLF in LF", withBlock(inLf, signatureFor(inLf), "\n").replace("\n# SIG # End", "\r\n# SIG # End")],
    [
      "longer lines",
      edited(
        (block) =>
          block
            .join("")
            .replaceAll("# ", "")
            .match(/.{1,60}/g)
            ?.map((line) => `# ${line}`) ?? [],
      ),
    ],
    [
      "a line broken in two",
      edited(([first = "", ...others]) => [first.slice(0, 30), `# ${first.slice(30)}`, ...others]),
    ],
    [
      "padding bits that say nothing",
      edited((block) => block.map((line) => line.replace(/.(==?)$/, changedPadding))),
    ],
    ["padding left out", edited((block) => block.map((line) => line.replace(/=+$/, "")))],
    [
      "padding more",
      edited((block) => block.map((line, index) => (index === block.length - 1 ? `${line}=` : line))),
    ],
    [
      "padding in the middle",
      edited(([first = "", ...others]) => [`${first.slice(0, -4)}====`, `# ${first.slice(-4)}`, ...others]),
    ],
  ])("%s", (_, script) => {
    expect(script).not.toBe(signed);
    expect(codesOf(script)).toContain("block-form");
  });

  test("and what it says is told all the same", () => {
    expect(verify(withBlock(text, signature, "\n"))).toMatchObject({
      hash: "sha256",
      signer: { subject: "CN=Test Signer rsa2048" },
      findings: [{ code: "block-form" }],
    });
  });
});

describe("a block is not whole, or not the end, with", () => {
  test.each([
    ["an empty line after it", `${signed}\r\n`],
    ["a line end after the last, in LF", `${signed}\n`],
    ["a blank after it", `${signed} `],
    ["a text after it", `${signed}exit\r\n`],
    ["a NUL after it", `${signed}\0`],
    ["an end-of-file mark after it", `${signed}\x1a`],
    ["a line in it that runs", edited((block) => ["exit", ...block])],
    ["a comment in it", edited((block) => ["# no base64", ...block])],
    ["an empty line in it", edited((block) => ["", ...block])],
    ["lines of 65 characters", edited(([first = "", ...others]) => [`${first}A`, ...others])],
    ["a blank too many", edited(([first = "", ...others]) => [first.replace("# ", "#  "), ...others])],
    [
      "a tab in place of a blank",
      edited(([first = "", ...others]) => [first.replace("# ", "#\t"), ...others]),
    ],
    ["a blank at a line's end", edited(([first = "", ...others]) => [`${first} `, ...others])],
    ["other characters", edited((block) => block.map((line) => line.replace(/[A-Z]/, "-")))],
    ["no lines in it", edited(() => [])],
    ["no end", signed.slice(0, signed.indexOf("# SIG # End"))],
    ["an end in other letters", signed.replace("# SIG # End signature", "# SIG # end signature")],
    ["two ends", signed.replace("# SIG # End", "# SIG # End signature block\r\n# SIG # End")],
    [
      "its beginning twice",
      signed.replace("# SIG # Begin", "# SIG # Begin signature block\r\n# SIG # Begin"),
    ],
    ["CR alone for line ends", signed.replaceAll("\r\n", "\r")],
  ])("%s", (_, script) => {
    const { findings, signer } = verify(script);
    expect(findings[0]?.code).toMatch(/^(block-damaged|marker-in-text)$/);
    expect(signer?.subject ?? null).toBe(
      findings[0]?.code === "block-damaged" ? null : "CN=Test Signer rsa2048",
    );
  });
});

describe("what the block holds is no signature, where it is", () => {
  test.each([
    ["no base64 of anything", "===="],
    ["one byte", "AA=="],
    ["a text", Buffer.from("a text").toString("base64")],
    ["the first half", signature.subarray(0, signature.length / 2).toString("base64")],
    ["followed by something", Buffer.concat([signature, Buffer.of(0)]).toString("base64")],
  ])("%s", (_, base64) => {
    const script = withBlock(text, Buffer.from(base64, "base64"));
    const given = base64 === "====" ? edited(() => ["# ===="]) : script;
    expect(codesOf(given)).toContain("signature-unreadable");
  });
});

// Its last line is short, and ends in padding.
function paddedSignature(added = 0): Buffer {
  const filler = attribute("1.2.3.4", octets(Buffer.alloc(added)));
  const signedAttributes = [...windowsAttributes(indirectData(text)), filler];
  const signature = signatureFor(text, { signer: signers.rsa2048, signedAttributes });
  return signature.length % 48 === 10 ? signature : paddedSignature(added + 1);
}

// Of the last character, two or four bits stand for nothing.
function changedPadding(end: string): string {
  const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  return digits.charAt(digits.indexOf(end.charAt(0)) + 1) + end.slice(1);
}
