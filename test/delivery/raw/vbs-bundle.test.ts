import { renameSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { rawVbs } from "../../../src/delivery/raw/vbs-bundle.ts";
import { vbsStarter } from "../../../src/delivery/raw/vbs-starter.ts";
import { runLine } from "../../rig/command-line.ts";
import { toUnix } from "../../rig/prefix.ts";
import { readList } from "../../script/machine.ts";
import { wanted } from "../../script/script.ts";
import { freshWindows2000 } from "../../script-vbs/run.ts";
import { fileOf, textOf } from "../bundle.ts";
import { layOut, resultOf, vbsPackage } from "../vbs.ts";

const bundle = await rawVbs(vbsPackage);
const plain = "C:\\vbs-starter";

/** Runs a command line in the folder of the bundle. */
async function run(line: string, folder = plain) {
  await layOut(folder, bundle);
  return runLine(line, { folder });
}

test("it has the script byte for byte, its starter, and what explains them", () => {
  expect(bundle.map(({ path }) => path)).toEqual([
    "reserve-ports.vbs",
    "reserve-ports.cmd",
    "settings-card.md",
    "README.md",
  ]);
  expect(fileOf(bundle, "reserve-ports.vbs").equals(vbsPackage.script)).toBe(true);
});

describe("its texts", () => {
  const texts = ["README.md", "settings-card.md"].map((path) => textOf(bundle, path));

  test("say nothing of a signature that could be asked for, or of PowerShell", () => {
    for (const text of texts) {
      expect(text).toContain("Windows 2000 asks for no signature, so a VBScript has none.");
      expect(text).not.toMatch(/AllSigned|Trusted|portkeep sign|PORTKEEP_|PowerShell|powershell|undefined/);
    }
  });

  test("give the commands of Windows Script Host, and the hash to compare", () => {
    const [readme, card] = texts;
    for (const parameter of ["/Action:Test", "/Action:Restore", "/RebootExitCode:0"]) {
      expect(readme).toContain(`cscript //nologo reserve-ports.vbs ${parameter}`);
    }
    expect(readme).toContain("certutil -hashfile FILE SHA256");
    expect(card).toMatch(/\| SHA-256 \| [0-9a-f]{64} \|/);
  });

  test("tell each range to whoever enters them by hand", () => {
    const lines = textOf(bundle, "README.md").split("\r\n");
    expect(lines.filter((line) => /^ +\d+-\d+$/.test(line)).map((line) => line.trim())).toEqual(wanted);
  });
});

describe("the starter", () => {
  test("is plain ASCII, and every line ends with CRLF", () => {
    expect(Buffer.from(vbsStarter(vbsPackage)).toString("latin1")).toMatch(/^(?:[ -~]*\r\n)+$/);
  });

  test.each([
    ["a plain name", plain],
    ["blanks, &, ^, parentheses and exclamation marks", "C:\\vbs & co ^ (x86) !PATH!"],
    ["quotes, commas, semicolons and =", "C:\\it's vbs, a; b=c [1]"],
  ])(
    "runs the script in a folder of %s, which reserves the ports; its code and result arrive",
    async (_, folder) => {
      await freshWindows2000(["3343-3343"]);
      const ended = await run("reserve-ports.cmd", folder);
      expect(ended.exitCode).toBe(3010);
      expect(resultOf(ended)).toMatchObject({ state: "changed", exitCode: 3010 });
      expect(await readList()).toEqual([...wanted, "3343-3343"].sort());
    },
  );

  test("says so, and fails, where there is no cscript.exe", async () => {
    const program = toUnix("C:\\windows\\system32\\cscript.exe");
    renameSync(program, `${program}.away`);
    const ended = await run("reserve-ports.cmd").finally(() => renameSync(`${program}.away`, program));
    expect(ended.exitCode).toBe(1603);
    expect(ended.stdout).toContain("The script did not run: ");
  });
});

test("the commands of the README check, reserve and restore", async () => {
  await freshWindows2000(["3343-3343"]);
  const command = "cscript //nologo reserve-ports.vbs";
  expect(resultOf(await run(`${command} /Action:Test`))).toMatchObject({ state: "drift", exitCode: 1 });
  expect(resultOf(await run(`${command} /RebootExitCode:0`))).toMatchObject({
    state: "changed",
    exitCode: 0,
  });
  expect(resultOf(await run(`${command} /Action:Restore`))).toMatchObject({ state: "restored" });
  expect(await readList()).toEqual(["3343-3343"]);
});
