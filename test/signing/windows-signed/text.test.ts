import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { bodyDigest, signatureOf } from "../oracles/body.ts";
import { windowsSignedReports } from "./reports.ts";

const scripts = await windowsSignedReports();
const marked = scripts.filter(({ report }) => report.encoding !== "unmarked");
const unmarked = scripts.filter(({ report }) => report.encoding === "unmarked");
const bodyOf = (text: string) => text.slice(0, text.lastIndexOf("\r\n# SIG # Begin signature block"));

// Where it differs from Latin-1; TextDecoder of Node.js 20 takes the two for one.
const from80to9f = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";
const asWindows1252 = (bytes: Buffer) =>
  bytes
    .toString("latin1")
    .replace(/[\x80-\x9f]/g, (character) => from80to9f.charAt(character.charCodeAt(0) - 0x80));

test("scripts saved in many ways are there", () => {
  const encodings = scripts.map(({ report }) => report.encoding);
  expect(new Set(encodings)).toEqual(new Set(["ascii", "utf-8-bom", "utf-16le-bom", "unmarked"]));
  expect(scripts.length).toBeGreaterThan(60);
});

describe("what is hashed", () => {
  test.each(marked)("is the text before the block as UTF-16LE: $name", ({ bytes, report }) => {
    const hash = report.hash === "1.3.14.3.2.26" ? "sha1" : "sha256";
    expect(bodyDigest(bytes, hash).toString("hex")).toBe(report.digest);
    expect(report.bodyDigest).toBe(report.digest);
  });

  test("covers text that is not ASCII, in UTF-8 and in UTF-16", () => {
    const encodings = marked
      .filter(({ text }) => /[\u0080-\ufefe]/.test(text))
      .map(({ report }) => report.encoding);
    expect(encodings.sort()).toEqual(["utf-16le-bom", "utf-8-bom"]);
  });

  test.each(unmarked)(
    "is what Windows-1252 reads, where no mark says otherwise: $name",
    ({ bytes, report }) => {
      const body = bodyOf(asWindows1252(bytes));
      const hash = createHash("sha256").update(Buffer.from(body, "utf16le")).digest("hex");
      expect(hash).toBe(report.digest);
      expect(report.bodyDigest).not.toBe(report.digest);
    },
  );
});

describe("the block", () => {
  test.each(scripts)("has lines of 64 characters and ends the file: $name", ({ bytes, text }) => {
    const base64 = signatureOf(bytes).toString("base64");
    const lines = base64.replace(/.{1,64}/g, "# $&\r\n");
    const block = `\r\n# SIG # Begin signature block\r\n${lines}# SIG # End signature block\r\n`;
    expect(text.endsWith(block)).toBe(true);
  });

  test("is in CRLF even where the script is in LF", () => {
    const inLf = scripts.filter(({ text }) => !bodyOf(text).includes("\r"));
    expect(inLf.map(({ name }) => name)).toContainEqual(
      expect.stringContaining("Microsoft.PowerShell.Utility"),
    );
  });
});
