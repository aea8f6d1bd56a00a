import { describe, expect, test } from "vitest";
import { findMarker } from "../../../src/signing/authenticode/marker.ts";
import { sharedHost } from "../../rig/shared.ts";

const marker = "# SIG # Begin signature block";

describe("what PowerShell takes for the beginning of a signature", () => {
  test.each([
    ["itself", marker],
    ["without blanks", "#SIG#Beginsignatureblock"],
    ["with more of them", "#\tSIG   #   Begin signature block"],
    ["in capitals", "# SIG # BEGIN SIGNATURE BLOCK"],
    ["with a mistake", "# SIG # Begin sgnature block"],
    ["with text after it", `${marker} here`],
    ["with much text after it", `${marker}${" and more".repeat(20)}`],
    ["after code", `Write-Output 1 ${marker}`],
    ["after another number sign", `"#a long text in quotes, so that it is too long" ${marker}`],
    ["after many number signs", `${"#".repeat(100)} SIG # Begin signature block`],
    ["with very many blanks", `#${" ".repeat(5000)}SIG # Begin signature block`],
    ["in words", "# begin signing block"],
  ])("is found: %s", (_, line) => {
    expect(findMarker(`a\r\n${line}\r\nb`)).toMatchObject({ comment: expect.stringContaining("#") });
  });

  test.each([
    ["nothing", ""],
    ["a comment", "# Makes a backup first."],
    ["the end of a signature", "# SIG # End"],
    ["what resembles it too little", "# signature"],
    ["number signs alone", "#".repeat(1_000_000)],
    ["what is longer", "# The signature block begins below, after the last line of the script."],
  ])("is not found in %s", (_, line) => {
    expect(findMarker(`a\r\n${line}\r\nb`)).toBeNull();
  });

  test("is found where it stands", () => {
    const text = `a # b\n${marker}\n`;
    expect(findMarker(text)).toEqual({ index: 6, comment: marker });
  });
});

/** Gives the marker with a number of random edits, from a fixed seed. */
function edited(seed: number): string {
  let state = seed;
  const random = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
  const letters = [..."sig#beginsignatureblock"];
  for (let edit = random(18); edit > 0; edit--) {
    const [place, kind] = [random(letters.length), random(3)];
    if (kind === 0) letters[place] = "q";
    else letters.splice(place, kind - 1 ? 0 : 1, ...(kind - 1 ? ["q"] : []));
  }
  return `# ${letters.join("")}`;
}

test("PowerShell's own parser ends no script at a comment that is not found here", async () => {
  const cases = Array.from({ length: 4000 }, (_, index) => edited(index + 1));
  const code = `foreach ($case in $cases) {
    $tokens = $errors = $null
    $text = "'a'\n" + $case + "\n'b'"
    $null = [System.Management.Automation.Language.Parser]::ParseInput($text, [ref]$tokens, [ref]$errors)
    '' + @($errors | Where-Object { $_.ErrorId -eq 'TokenAfterEndOfValidScriptText' }).Length
  }`;
  const { output, stderr } = await (await sharedHost("linux")).evaluate(code, { cases });
  expect(stderr).toBe("");
  const ours = cases.map((text) => (findMarker(text) ? "1" : "0"));
  expect(ours.filter((found) => found === "1").length).toBeGreaterThan(1000);
  expect(ours.filter((found) => found === "0").length).toBeGreaterThan(1000);
  // Here a comment may begin at each number sign, so a few more are found.
  expect(cases.filter((_, index) => ours[index] === "0" && output[index] !== "0")).toEqual([]);
  expect(cases.filter((_, index) => ours[index] !== output[index]).length).toBeLessThan(20);
});
