import fc from "fast-check";
import { describe, expect, test } from "vitest";
import packageJson from "../../../package.json";
import { portkeep, scriptOf } from "../console.ts";

const script = scriptOf({ products: ["sbs-2003-standard"], ports: ["5000=Backup"] }).toString("latin1");
const named = `= '${packageJson.version}'`;
const settingsAt = script.indexOf("# ---- Settings");
const settingsEnd = script.indexOf("\r\n}\r\n", settingsAt) + 5;

async function read(text: string | Uint8Array) {
  const bytes = typeof text === "string" ? Buffer.from(text, "latin1") : text;
  const { code, stdout } = await portkeep(["read", "-", "--json"], undefined, bytes);
  const result = JSON.parse(stdout);
  return { ...result, code, codes: result.findings?.map((finding: { code: string }) => finding.code) };
}

const swap = (from: string, to: string) => {
  if (!script.includes(from)) throw new Error(`no ${from}`);
  return script.replace(from, () => to);
};

describe("what was done to a script is told apart", () => {
  test.each<[string, string | Uint8Array, string[]]>([
    ["nothing", script, []],
    ["LF for CR LF", script.replaceAll("\r\n", "\n"), ["line-ends"]],
    ["LF in one line", swap("\r\n", "\n"), ["line-ends"]],
    ["a range added", swap("'5000-5000 Backup", "'1-2 x',\r\n    '5000-5000 Backup"), ["settings-differ"]],
    ["another action", swap("Action = 'Apply'", "Action = 'Test'"), ["settings-differ"]],
    ["a message changed", swap("'Added: {0}'", "'Removed: {0}'"), ["settings-differ"]],
    ["code in the settings", swap("= 'Never'\r\n", "= $(Remove-Item C:\\)\r\n"), ["settings-differ"]],
    ["code after the settings", swap("\r\n}\r\n", "\r\n}\r\nRemove-Item C:\\\r\n"), ["logic-unknown"]],
    ["a line of the logic", swap("Set-StrictMode", "# Set-StrictMode"), ["logic-unknown"]],
    ["code before all", `Remove-Item C:\\\r\n${script}`, ["logic-unknown"]],
    ["code after all", `${script}Remove-Item C:\\\r\n`, ["logic-unknown"]],
    ["a CR after all", `${script}\r`, ["logic-unknown"]],
    ["cut off in the logic", script.slice(0, settingsEnd + 1000), ["cut-off"]],
    ["cut off after the settings", script.slice(0, settingsEnd), ["cut-off"]],
    ["cut off before its last byte", script.slice(0, -1), ["cut-off"]],
    ["another version", swap(named, "= '9.9.9'"), ["other-version"]],
    ["a strange version", swap(named, "= '$(x)'"), ["settings-differ", "other-version"]],
    ["no version", swap(named, "= 1"), ["settings-differ", "other-version"]],
    ["UTF-8 with BOM", Buffer.from(`\ufeff${script}`), ["encoding"]],
    ["UTF-16", Buffer.from(`\ufeff${script}`, "utf16le"), ["encoding"]],
    ["UTF-16, big end first", Buffer.from(`\ufeff${script}`, "utf16le").swap16(), ["encoding"]],
    ["an accent in a comment", swap("Reserves UDP", "Reserv\xe9s UDP"), ["logic-unknown", "encoding"]],
  ])("%s", async (_, text, codes) => {
    const result = await read(text);
    expect(result.codes).toEqual(codes);
    expect(result.code).toBe(codes.length > 0 ? 1 : 0);
    expect(result.choices).toMatchObject({ ports: ["5000-5000=Backup"] });
    for (const { message } of result.findings) expect(message).toMatch(/^[A-Z][\x20-\x7e]*\.$/);
  });

  test("several things at once are all told", async () => {
    const text = swap("'Added: {0}'", "'x'").replaceAll("\r\n", "\n").slice(0, -100);
    expect((await read(text)).codes).toEqual(["cut-off", "settings-differ", "line-ends"]);
  });

  test.each(["en", "nl"])("and said in words: %s", async (locale) => {
    const text = swap("'Added: {0}'", "'\x1b[31m'")
      .replace("Set-StrictMode", "# x")
      .replace(named, "= '9.9.9'");
    const { code, stdout } = await portkeep(["read", "-", "--locale", locale], undefined, Buffer.from(text));
    expect(
      stdout.replace(/(line|regel) \d+/g, "$1 N").replace(packageJson.version, "VERSION"),
    ).toMatchSnapshot();
    expect(stdout).toMatch(/^[\x20-\x7e\n]*$/);
    expect(code).toBe(1);
  });

  test("the line that differs is named by its number in the file", async () => {
    const lines = script.split("\r\n");
    for (const index of [5, lines.indexOf("  Messages           = @{") + 3, lines.length - 5]) {
      const text = lines.map((line, at) => (at === index ? "other" : line)).join("\r\n");
      const { findings } = await read(text);
      expect(findings).toMatchObject([{ facts: { line: index + 1, found: "other" } }]);
    }
  });
});

describe("the recipe", () => {
  const withRecipe = (text: string) => script.replace(/Recipe +=.*/, () => `Recipe = '${text}'`);
  const recipe = /Recipe += '(.*)'/.exec(script)?.[1] ?? "";

  test.each([
    ["is no JSON", "{"],
    ["is a number", "7"],
    ["is nothing", ""],
    ["has another key", recipe.replace("{", '{"x":1,')],
    ["has a __proto__", recipe.replace("{", '{"__proto__":{"x":1},')],
    ["has a list of numbers", recipe.replace(/"products":\[[^\]]*/, '"products":[7')],
    ["has an action that there is not", recipe.replace('"Apply"', '"Explode"')],
    ["names a product that there is not", recipe.replace('"ias"', '"frob"')],
    ["has a port that is none", recipe.replace("5000-5000", "99999")],
    ["would fill a script", recipe.replace('"5000-5000=Backup"', '"2000-3000"'.concat(',"5000"'.repeat(9)))],
  ])("that %s cannot be used", async (_, text) => {
    const result = await read(withRecipe(text));
    expect(result.code).toBe(1);
    if (text.includes("2000-3000")) expect(result.codes).toEqual(["settings-differ"]);
    else expect(result.codes).toEqual(["recipe-unusable"]);
  });

  test("that says what is wrong with it", async () => {
    const { findings } = await read(withRecipe(recipe.replace('"ias"', '"isa"')));
    expect(findings[0].message).toContain("Did you mean isa-2000 or isa-2004?");
  });

  test("in another order, or with other blanks, is an edit", async () => {
    const other = JSON.stringify(JSON.parse(recipe), null, 1).replaceAll("\n", "");
    expect((await read(withRecipe(other))).codes).toEqual(["settings-differ"]);
  });
});

describe("whatever is wrong, nothing passes for an untouched script", () => {
  test("with one byte changed, missing or added", async () => {
    const places = fc.integer({ min: 0, max: script.length - 1 });
    await fc.assert(
      fc.asyncProperty(
        places,
        fc.integer({ min: 0, max: 255 }),
        fc.nat({ max: 2 }),
        async (at, byte, how) => {
          const put = how === 0 ? "" : String.fromCharCode(byte);
          const text = script.slice(0, at) + put + script.slice(how === 2 ? at : at + 1);
          fc.pre(text !== script);
          expect((await read(text)).code).toBeGreaterThan(0);
        },
      ),
      { numRuns: 200 },
    );
  }, 30_000);

  test("cut off anywhere", async () => {
    for (let length = 1; length < script.length; length += 397) {
      const { code, codes, error } = await read(script.slice(0, length));
      if (codes) expect({ code, codes }).toEqual({ code: 1, codes: ["cut-off"] });
      else expect(error.code).toBe(length < 200 ? "not-a-script" : "script-cut-off");
    }
  }, 30_000);

  test.each([
    ["many beginnings of a signature", "# SIG # Begin signature block\r\n".repeat(30_000)],
    ["a long line", "#".repeat(999_999)],
    ["many settings", "\n# ---- Settings, written by portkeep.".repeat(26_000)],
    [
      "quotes without end",
      `\n# ---- Settings, written by portkeep.\n  Recipe = '${"''".repeat(400_000)}\n}\n`,
    ],
    ["blanks", `\n# ---- Settings, written by portkeep.\n${" ".repeat(900_000)}\n}\n`],
    ["NUL", "\0".repeat(999_999)],
    ["CR", "\r".repeat(999_999)],
  ])("a megabyte of %s ends soon", async (_, text) => {
    const start = performance.now();
    expect((await read(text)).code).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test("a file of more than a megabyte is not read at all", async () => {
    expect((await read("#".repeat(1_000_001))).error.code).toBe("file-too-large");
  });
});
