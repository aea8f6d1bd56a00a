import { describe, expect, test } from "vitest";
import packageJson from "../../package.json";
import { portkeep } from "./console.ts";

const commands = ["products", "render"];

test.each([[[]], [["--help"]], [["-h"]], ...commands.map((command) => [[command, "--help"]])])(
  "the help of %j",
  async (argv) => {
    const { code, stdout, stderr } = await portkeep(argv);
    expect(stdout).toMatchSnapshot();
    expect(stdout.startsWith("Examples:\n  portkeep ")).toBe(true);
    expect(stdout.split("\n").filter((line) => line.length > 100)).toEqual([]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  },
);

test("the help without arguments is the one that --help gives", async () => {
  expect(await portkeep([])).toEqual(await portkeep(["--help"]));
});

test("the help lists every command", async () => {
  const { stdout } = await portkeep(["--help"]);
  const listed = [...(stdout.split("Commands:")[1] ?? "").matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name);
  expect(listed).toEqual(commands);
});

test("--version is that of the package", async () => {
  const { code, stdout } = await portkeep(["--version"]);
  expect({ code, stdout }).toEqual({ code: 0, stdout: `${packageJson.version}\n` });
});

describe("the examples work", () => {
  test.each(commands)("those of %s", async (command) => {
    const { stdout } = await portkeep([command, "--help"]);
    const examples = stdout.split("\n\n")[0]?.split("\n").slice(1) ?? [];
    expect(examples.length).toBeGreaterThan(1);
    for (const example of examples) {
      // As a shell would: quotes hold words together, and neither a comment nor a redirection is an argument.
      const words = (
        example.split(/ {2,}(?=\w)| > /).find((part) => part.startsWith("portkeep")) ?? ""
      ).match(/(?:[^\s"]|"[^"]*")+/g);
      const argv = (words ?? []).slice(1).map((word) => word.replaceAll('"', ""));
      expect(argv[0]).toBe(command);
      expect(await portkeep(argv)).toMatchObject({ code: 0 });
    }
  });
});
