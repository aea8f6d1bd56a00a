import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it, test } from "vitest";
import { vbsLiteral } from "../../src/script/vbs/literal.ts";
import { hostileTexts } from "../plan/hostile-texts.ts";
import { toUnix } from "../rig/prefix.ts";
import { placeVbs } from "./place.ts";
import { cscript } from "./run.ts";

const printable = hostileTexts.map((text) => text.replace(/[^ -~]/g, "").replace(/\{+/g, "{"));

it("whatever a text holds, cscript reads it back from its literal, and runs nothing of it", async () => {
  const texts = [
    ...fc.sample(printable, { numRuns: 1500, seed: 956189 }),
    ...[
      '"',
      '""',
      '" & WScript.Quit(7) & "',
      "' REM",
      ": WScript.Quit 7",
      "_",
      'a" _',
      "</script>",
      "%>",
      "&H22",
    ],
  ];
  const lines = texts.map((text) => `Output.Write ${vbsLiteral(text)} & vbLf\r\n`);
  const script = `Option Explicit\r\nDim Fso, Output\r\nSet Fso = CreateObject("Scripting.FileSystemObject")\r\nSet Output = Fso.CreateTextFile("C:\\rig\\literals.txt", True, False)\r\n${lines.join("")}Output.Close\r\nWScript.Quit 3\r\n`;
  const run = await cscript(await placeVbs(Buffer.from(script)));
  expect(run).toEqual({ exitCode: 3, stdout: "", stderr: "" });
  expect(readFileSync(toUnix("C:\\rig\\literals.txt"), "latin1")).toBe(
    texts.map((text) => `${text}\n`).join(""),
  );
});

test.each(["\u2019", "\n", "\r", "\0", "\u00e9", "{{"])("%j never becomes a literal", (text) => {
  expect(() => vbsLiteral(text)).toThrow(RangeError);
});
