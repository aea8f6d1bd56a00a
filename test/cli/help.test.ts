import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import packageJson from "../../package.json";
import { emptyFolder, portkeep } from "./console.ts";

const commands = ["products", "render", "explain", "read"];
const pages = [[], ...commands.map((command) => [command])];

describe.each(["en", "nl"])("in %s", (locale) => {
  const ask = (argv: readonly string[]) => portkeep([...argv, "--locale", locale]);

  test.each(pages.map((page) => [page]))("the help of %j", async (page) => {
    const { code, stdout, stderr } = await ask([...page, "--help"]);
    expect(stdout).toMatchSnapshot();
    expect(stdout).toMatch(/^(Examples|Voorbeelden):\n {2}portkeep /);
    expect(stdout.split("\n").filter((line) => line.length > 100)).toEqual([]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  test.each(commands)("the examples of %s work", async (command) => {
    const { stdout } = await ask([command, "--help"]);
    const examples = stdout.split("\n\n")[0]?.split("\n").slice(1) ?? [];
    expect(examples.length).toBeGreaterThan(1);
    const folder = emptyFolder();
    const script = (await portkeep(["render", "--product", "ias", "-o", "-"])).bytes;
    for (const name of ["reserve-ports.ps1", "poorten-reserveren.ps1"])
      writeFileSync(join(folder, name), script);
    for (const example of examples) {
      // As a shell would: quotes hold words together, and neither a comment nor a redirection is an argument.
      const words = (
        example.split(/ {2,}(?=\w)| [<>] /).find((part) => part.startsWith("portkeep")) ?? ""
      ).match(/(?:[^\s"]|"[^"]*")+/g);
      const argv = (words ?? []).slice(1).map((word) => word.replaceAll('"', ""));
      expect(argv[0]).toBe(command);
      expect(await portkeep(argv, folder, script)).toMatchObject({ code: 0 });
    }
  });
});

test("without arguments, and with -h, the help is the one that --help gives", async () => {
  const wanted = await portkeep(["--help"]);
  expect(await portkeep([])).toEqual(wanted);
  expect(await portkeep(["-h"])).toEqual(wanted);
  expect(await portkeep(["--locale", "nl"])).toEqual(await portkeep(["--help", "--locale", "nl"]));
});

test("the help lists every command", async () => {
  const { stdout } = await portkeep(["--help"]);
  const listed = [...(stdout.split("Commands:")[1] ?? "").matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name);
  expect(listed).toEqual(commands);
});

test("the Dutch help has an option for each English one", async () => {
  const terms = (text: string) => [...text.matchAll(/^ {2}(-[^ ]*(?: -[^ ]*)*)/gm)].map(([, term]) => term);
  for (const page of pages) {
    const [english, dutch] = await Promise.all([
      portkeep([...page, "--help"]),
      portkeep([...page, "--help", "--locale=nl"]),
    ]);
    expect(terms(dutch.stdout)).toEqual(terms(english.stdout));
    expect(dutch.stdout).not.toMatch(/Usage|Options|Commands|\b(choices|default|show|print)\b/);
  }
});

test("--version is that of the package", async () => {
  const { code, stdout } = await portkeep(["--version"]);
  expect({ code, stdout }).toEqual({ code: 0, stdout: `${packageJson.version}\n` });
});
