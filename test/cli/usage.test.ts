import { describe, expect, test } from "vitest";
import { portkeep } from "./console.ts";

describe("a wrong command line ends with 2 and says what was meant", () => {
  test.each<[string[], string]>([
    [["rendr"], "error: unknown command 'rendr'\n(Did you mean render?)\n"],
    [["frobnicate"], "error: unknown command 'frobnicate'\n"],
    [["--versoin"], "error: unknown option '--versoin'\n(Did you mean --version?)\n"],
    [["render", "--prodct", "ias"], "error: unknown option '--prodct'\n(Did you mean --product?)\n"],
    [["products", "--jsno"], "error: unknown option '--jsno'\n(Did you mean --json?)\n"],
    [["render", "--product"], "error: option '--product <id>' argument missing\n"],
    [["render", "ias"], "error: too many arguments for 'render'. Expected 0 arguments but got 1.\n"],
    [["products", "ias"], "error: too many arguments for 'products'. Expected 0 arguments but got 1.\n"],
    [
      ["render", "--product", "ias", "--action", "apply"],
      "error: option '--action <name>' argument 'apply' is invalid. Allowed choices are Apply, Test, Restore.\n",
    ],
    [
      ["render", "--product", "ias", "--reboot", "Always"],
      "error: option '--reboot <when>' argument 'Always' is invalid. Allowed choices are Never, IfNeeded.\n",
    ],
    [
      ["render", "--product", "ias", "--reboot-exit-code", "1"],
      "error: option '--reboot-exit-code <code>' argument '1' is invalid. Allowed choices are 3010, 0.\n",
    ],
    [
      ["render", "--product", "ias", "--newline", "cr"],
      "error: option '--newline <kind>' argument 'cr' is invalid. Allowed choices are crlf, lf.\n",
    ],
    [
      ["render", "--product", "ias", "--backend", "dns-exclusions"],
      "error: option '--backend <name>' argument 'dns-exclusions' is invalid. Allowed choices are auto, reserved-ports.\n",
    ],
  ])("%j", async (argv, stderr) => {
    expect(await portkeep(argv)).toMatchObject({ code: 2, stdout: "", stderr });
  });
});

test("lists are not variadic: a word after an id is no second id", async () => {
  expect(await portkeep(["render", "--product", "ias", "l2tp"])).toMatchObject({ code: 2 });
});

test("with --json, a wrong command line is told as JSON too", async () => {
  const { code, stdout } = await portkeep(["render", "--prodct", "ias", "--json"]);
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toEqual({
    schema: 1,
    error: { code: "usage", message: "unknown option '--prodct'\n(Did you mean --product?)", facts: {} },
  });
});
