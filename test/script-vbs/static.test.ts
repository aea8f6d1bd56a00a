import { describe, expect, test } from "vitest";
import { fileName } from "../../src/plan/file-name.ts";
import { makePlan } from "../../src/plan/plan.ts";
import { judgeScript } from "../../src/script/judge.ts";
import { readScript, versionToRender } from "../../src/script/read.ts";
import { renderScript } from "../../src/script/render.ts";
import english from "../../templates/messages.en.json" with { type: "json" };
import { standardVbs, vbsFor } from "./script.ts";

const text = Buffer.from(standardVbs).toString("latin1");

describe("a VBScript", () => {
  test("is ASCII, in lines that end by CRLF", () => {
    expect(text).toMatch(/^(?:[ -~]*\r\n)+$/);
    expect(text.length).toBeLessThan(44_000);
  });

  test("with LF is the same otherwise", () => {
    expect(
      Buffer.from(vbsFor({ newline: "lf" }))
        .toString("latin1")
        .split("\n")
        .slice(40),
    ).toEqual(text.split("\r\n").slice(40));
  });

  test("has every message that it says", () => {
    const said = [...text.matchAll(/(?:Say\(|AddWarning |StopRun \d+, )"(\w+)"/g)].map(([, name]) => name);
    expect(said.length).toBeGreaterThan(20);
    const states = ["compliant", "drift", "changed", "compliantRestore", "driftRestore", "restoredRestore"];
    for (const name of [...said, ...states, "Added", "Missing"]) {
      expect(text).toContain(`Messages.Add "${name}", `);
      expect(english).toHaveProperty([name ?? ""]);
    }
  });

  test("starts no program but by its full path, and none for others' code", () => {
    const starts = [...text.matchAll(/(?<!Sub )RunProgram (.*)/g)].map(([, what]) => what);
    expect(starts.length).toBeGreaterThan(2);
    for (const what of starts) expect(what).toMatch(/^(Windows|System)Path & "\\(regedit|secedit)\.exe", /);
    expect(text.match(/Shell\.Run\(/g)).toHaveLength(1);
    expect(text).not.toMatch(
      /(?<!\.)\b(Execute|ExecuteGlobal|Eval|GetObject|Http|ADODB|runas|%TEMP%)\b|\{\{/i,
    );
  });

  test("is read back, byte for byte", () => {
    const reading = readScript(standardVbs);
    const plan = makePlan(JSON.parse(reading.recipe ?? ""));
    const again = renderScript(plan, versionToRender(reading, "1.0.0")).bytes;
    expect(again).toEqual(standardVbs);
    expect(judgeScript(reading, again, "1.0.0")).toEqual([]);
  });

  test.each([
    ["a range", "1701-1701", "1702-1702", "settings-differ"],
    ["the logic", "code = 2", "code = 0", "logic-unknown"],
  ])("tells an edit of %s", (_, from, to, code) => {
    const edited = Buffer.from(
      text.replace(`"${from}"`, `"${to}"`).replace(`  ${from}`, `  ${to}`),
      "latin1",
    );
    const codes = judgeScript(readScript(edited), standardVbs, "1.0.0").map((finding) => finding.code);
    expect(codes).toContain(code);
  });
});

test("only a VBScript's recipe and name tell of the format", () => {
  const plan = makePlan({ products: ["ias"], os: "windows-2000-server", format: "vbs" });
  expect([plan.recipe.format, fileName(plan, "0123456789abcdef")]).toEqual([
    "vbs",
    "portkeep-windows-2000-server-ias-01234567.vbs",
  ]);
  for (const format of [undefined, "ps1"] as const) {
    const other = makePlan({ products: ["ias"], ...(format && { format }) });
    expect(Object.keys(other.recipe)).not.toContain("format");
    expect(fileName(other, "0123456789abcdef")).toMatch(/\.ps1$/);
  }
});
