import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import packageJson from "../../../package.json";
import type { Choice } from "../../../src/plan/choice.ts";
import { makePlan } from "../../../src/plan/plan.ts";
import { choices } from "../../plan/choices.ts";
import { emptyFolder, portkeep, scriptOf } from "../console.ts";

const standard = scriptOf({ products: ["sbs-2003-standard"] });

async function read(script: Uint8Array) {
  const { code, stdout } = await portkeep(["read", "-", "--json"], undefined, script);
  return { code, ...JSON.parse(stdout) };
}

describe("an untouched script", () => {
  test.each([
    ["en", {}],
    ["nl", {}],
    ["en", { locale: "nl", newline: "lf", ports: ["5000-5001=Backup (daily), Mail"], action: "Test" }],
  ] as [string, Choice][])("is shown in %s by its command: %j", async (locale, choice) => {
    const script = scriptOf({ products: ["sbs-2003-standard"], ...choice });
    const { code, stdout, stderr } = await portkeep(["read", "-", "--locale", locale], undefined, script);
    expect(stdout.replace(packageJson.version, "VERSION")).toMatchSnapshot();
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  test("is told as JSON, with everything that was chosen", async () => {
    const choice = { products: ["ias"], ports: ["5000=Backup"], os: "windows-server-2003" };
    const folder = emptyFolder();
    writeFileSync(join(folder, "a.ps1"), scriptOf(choice));
    const { stdout } = await portkeep(["read", "a.ps1", "--json"], folder);
    const { recipe } = makePlan(choice);
    expect(JSON.parse(stdout)).toEqual({
      schema: 1,
      command: "read",
      file: "a.ps1",
      version: packageJson.version,
      choices: recipe,
      arguments: [
        "render",
        "--product",
        "ias",
        "--port",
        "5000-5000=Backup",
        "--os",
        "windows-server-2003",
        "--backend",
        "reserved-ports",
      ],
      commandLine:
        "portkeep render --product ias --port 5000-5000=Backup --os windows-server-2003 --backend reserved-ports",
      logic: { known: true, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      same: true,
      signature: "none",
      newline: "crlf",
      encoding: "ascii",
      findings: [],
    });
  });

  test("gives the command that renders the same bytes", async () => {
    await fc.assert(
      fc.asyncProperty(choices, async (choice) => {
        const script = scriptOf(choice);
        const { code, arguments: argv, choices: recipe } = await read(script);
        expect(code).toBe(0);
        expect(recipe).toEqual(makePlan(choice).recipe);
        expect((await portkeep([...argv, "-o", "-"])).bytes).toEqual(script);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  test.runIf(process.platform !== "win32")(
    "gives a command that a shell reads as these arguments",
    async () => {
      const labels = ["Backup, daily", "A (b)/c", "x, 6000", "a+b: c_d.-", "-", "a,b"];
      for (const label of labels) {
        const result = await read(scriptOf({ products: ["ias"], ports: [`5000=${label}`] }));
        const words = execFileSync("sh", ["-c", `printf '%s\\0' ${result.commandLine}`], {
          encoding: "utf8",
        });
        expect(words.split("\0").slice(1, -1)).toEqual(result.arguments);
        expect((await portkeep([...result.arguments, "-o", "-"])).code).toBe(0);
      }
    },
  );

  test("has one logic id, whatever was chosen", async () => {
    const all: Choice[] = [{ ports: ["5000"] }, { locale: "nl" }, { newline: "lf" }, { action: "Restore" }];
    const ids = await Promise.all(all.map((choice) => read(scriptOf({ products: ["ias"], ...choice }))));
    expect(new Set(ids.map(({ logic }) => logic.sha256)).size).toBe(1);
  });
});

const block = (body = "# MIIabc+/=\r\n".repeat(40)) =>
  `\r\n# SIG # Begin signature block\r\n${body}# SIG # End signature block\r\n`;

describe("a signature", () => {
  test.each([
    ["of a script with CR LF", standard],
    ["of a script with LF", scriptOf({ products: ["ias"], newline: "lf" })],
  ])("%s is neither judged nor in the way", async (_, script) => {
    const signed = Buffer.concat([script, Buffer.from(block())]);
    expect(await read(signed)).toMatchObject({ code: 0, signature: "whole", same: true, findings: [] });
  });

  test.each([
    ["whose end is missing", block().slice(0, 300)],
    ["that was cut off in a line break", block().slice(0, 256)],
    ["whose end is cut off", block().slice(0, -10)],
    ["that an empty line follows", `${block()}\r\n`],
    ["with nothing in it", block("")],
  ])("%s is not whole", async (_, text) => {
    const result = await read(Buffer.concat([standard, Buffer.from(text)]));
    expect(result).toMatchObject({ code: 1, signature: "broken", logic: { known: true } });
    expect(result.findings).toMatchObject([{ code: "signature-broken" }]);
  });

  test.each([
    ["", block() + block()],
    [", with a command between", `${block()}evil\r\n${block()}`],
  ])(
    "under another%s leaves that in the text, as verify does, where it is unknown logic",
    async (_, text) => {
      const result = await read(Buffer.concat([standard, Buffer.from(text)]));
      expect(result).toMatchObject({ code: 1, signature: "whole", logic: { known: false } });
    },
  );

  test.each([
    ["holds a command", block("# abc\r\nRemove-Item C:\\ -Recurse\r\n")],
    ["holds a command after a lone CR", block("# abc\rRemove-Item C:\\\r\n")],
    ["is followed by a command", `${block()}Remove-Item C:\\\r\n`],
    ["holds a #requires", block("#requires -Version 9\r\n")],
    ["only looks like one", block().replace("# SIG # Begin", "# SIG # BEGIN")],
  ])("that %s is no signature but unknown logic", async (_, text) => {
    const result = await read(Buffer.concat([standard, Buffer.from(text)]));
    expect(result).toMatchObject({ code: 1, signature: "none", logic: { known: false } });
  });
});
