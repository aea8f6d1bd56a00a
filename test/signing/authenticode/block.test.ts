import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitBlock } from "../../../src/script/signature-block.ts";
import { decodeBlock, formatBlock, newlineOf } from "../../../src/signing/authenticode/block.ts";

const der = Buffer.from("0123456789abcdef".repeat(8));

test("a block is written in comments of 64 base64 characters", () => {
  expect(formatBlock(der.subarray(0, 60), "\r\n")).toBe(
    [
      "",
      "# SIG # Begin signature block",
      "# MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWYwMTIzNDU2Nzg5YWJjZGVm",
      "# MDEyMzQ1Njc4OWFi",
      "# SIG # End signature block",
      "",
    ].join("\r\n"),
  );
});

describe("a text and its block come apart again", () => {
  const anyText = fc.string({ unit: fc.constantFrom("a", "#", " ", "\r", "\n", "\r\n", "SIG", "\u00e9") });
  test.each(["\r\n", "\n"] as const)("with %j", (newline) => {
    fc.assert(
      fc.property(anyText, fc.uint8Array({ minLength: 1, maxLength: 500 }), (text, bytes) => {
        // A text's last CR and the block's LF would be one line end.
        fc.pre(newline === "\r\n" || !text.endsWith("\r"));
        const block = formatBlock(bytes, newline);
        expect(splitBlock(text + block)).toEqual({ body: text, block });
        expect(decodeBlock(block).equals(bytes)).toBe(true);
      }),
    );
  });

  test("without the last line end", () => {
    const block = formatBlock(der, "\r\n").trimEnd();
    expect(splitBlock(`x${block}`)).toEqual({ body: "x", block });
  });

  test("however long it is", () => {
    const block = formatBlock(Buffer.alloc(10_000_000), "\r\n");
    expect(splitBlock(`x${block}`).body).toBe("x");
    expect(splitBlock(`x${block}y`).block).toBeNull();
  });

  test("one at a time, the last one first", () => {
    const first = `x${formatBlock(der, "\r\n")}`;
    const second = formatBlock(der.subarray(9), "\r\n");
    expect(splitBlock(first + second)).toEqual({ body: first, block: second });
  });
});

test.each([
  ["nothing", ""],
  ["a text without one", "Write-Output 1\r\n"],
  ["one that is followed by a text", `x${formatBlock(der, "\r\n")}y`],
  ["one that is followed by an empty line", `x${formatBlock(der, "\r\n")}\r\n`],
  ["one without an end", `x${formatBlock(der, "\r\n")}`.slice(0, -31)],
  ["one without a line end before it", `x${formatBlock(der, "\r\n").slice(2)}`],
  ["one with another line in it", `x${formatBlock(der, "\r\n").replace("# MDE", "calc.exe\r\n# MDE")}`],
  ["one with a blank too many", `x${formatBlock(der, "\r\n").replace("# MDE", "#  MDE")}`],
  ["one with nothing in it", "x\r\n# SIG # Begin signature block\r\n# SIG # End signature block\r\n"],
])("a text that ends in no whole block stays as it is: %s", (_, text) => {
  expect(splitBlock(text)).toEqual({ body: text, block: null });
});

test.each([
  ["", "\r\n"],
  ["one line", "\r\n"],
  ["a\r\nb\r\n", "\r\n"],
  ["a\nb\r\n", "\r\n"],
  ["a\nb\n", "\n"],
])("the block for %j has its line ends", (text, newline) => {
  expect(newlineOf(text)).toBe(newline);
});
