import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it, test } from "vitest";
import { makePlan } from "../../src/plan/plan.ts";
import { renderScript } from "../../src/script/render.ts";
import { vbsLiteral } from "../../src/script/vbs/literal.ts";
import { hostileTexts } from "../plan/hostile-texts.ts";
import { toUnix } from "../rig/prefix.ts";
import { placeVbs } from "./place.ts";
import { cscript } from "./run.ts";

const printable = hostileTexts.map((text) => text.replace(/[^ -~]/g, "").replace(/\{+/g, "{"));
const inVbs = [
  '"',
  '""',
  '" & WScript.Quit(7) & "',
  "' REM",
  ": WScript.Quit 7",
  "_",
  'a" _',
  "</script>",
  "%>",
];
// As many as a script of 54,000 bytes has room for.
const perScript = 300;

// Behind the settings of each script.
const tell = `
For Each Key In Array("Recipe", "System")
  Output.Write Settings(Key) & vbLf
Next
For Each Key In Ranges.Keys
  Output.Write Key & " " & Ranges(Key) & vbLf
Next
`;

it("whatever 5,000 labels hold, cscript reads them back from rendered scripts, and runs nothing of them", async () => {
  const texts = [...inVbs, ...fc.sample(printable, { numRuns: 5000, seed: 956189 })];
  const count = Math.ceil(texts.length / perScript);
  const parts = Array.from({ length: count }, (_, n) =>
    settingsWith(texts.slice(n * perScript, (n + 1) * perScript)),
  );
  // In one run, since each takes a second to start.
  const script = `Option Explicit
Dim Output, Key
Set Output = CreateObject("Scripting.FileSystemObject").CreateTextFile("C:\\rig\\literals.txt", True, False)
${parts.map(({ settings }, n) => `Sub Part${n}\n${settings}${tell}End Sub\nPart${n}\n`).join("")}Output.Close
WScript.Quit 3
`;
  const path = await placeVbs(Buffer.from(script.replaceAll(/\r?\n/g, "\r\n"), "latin1"));
  expect(await cscript(path)).toEqual({ exitCode: 3, stdout: "", stderr: "" });
  expect(readFileSync(toUnix("C:\\rig\\literals.txt"), "latin1")).toBe(
    parts.map(({ told }) => told).join(""),
  );
});

/** Gives the settings of a script with these labels, and what they have to tell of them. */
function settingsWith(texts: readonly string[]): { settings: string; told: string } {
  const { system, recipe, ...plan } = makePlan({ ports: ["5000"], os: "windows-2000-server", format: "vbs" });
  const ports = texts.slice(0, 9).map((who) => `5000-5000=${who}`);
  const name = texts[0] ?? "";
  const ranges = texts.map((who, index) => {
    const range = { low: 5000 + index, high: 5000 + index };
    return { ...range, reasons: [{ who, products: [], source: "x", class: null, ports: range }] };
  });
  const whole = renderScript(
    { ...plan, recipe: { ...recipe, ports }, system: system && { ...system, name }, ranges },
    "1.0.0",
  );
  const text = Buffer.from(whole.bytes).toString("latin1");
  const settings = text.slice(
    text.indexOf("Option Explicit") + 15,
    text.indexOf("' ---- End of the settings"),
  );
  const told = [
    JSON.stringify({ ...recipe, ports }),
    name,
    ...texts.map((who, index) => `${5000 + index}-${5000 + index} ${who} (x)`),
  ];
  return { settings, told: told.map((line) => `${line}\n`).join("") };
}

test.each(["\u2019", "\n", "\r", "\0", "\u00e9", "{{"])("%j never becomes a literal", (text) => {
  expect(() => vbsLiteral(text)).toThrow(RangeError);
});
