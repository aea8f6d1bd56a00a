import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CommanderError } from "@commander-js/extra-typings";
import { describe, expect, test } from "vitest";
import { errors as dutch } from "../../src/cli/dutch/errors.ts";
import { errors as english } from "../../src/cli/english/errors.ts";
import { run } from "../../src/cli/run.ts";
import { errorText } from "../../src/cli/text/error-text.ts";
import { usageError } from "../../src/cli/usage-error.ts";
import { PortkeepError } from "../../src/errors.ts";
import { captured, emptyFolder, filesIn, portkeep } from "./console.ts";
import { cases, env, folderFor } from "./error-cases.ts";

const lines = cases.flatMap(([code, all]) => all.map((argv, index) => [code, index + 1, argv] as const));

test("every error has a case", () => {
  expect(cases.filter(([, all]) => all.length === 0)).toEqual([]);
});

/** Gives a command line with another option in it, where it is the value of none. */
function withOption(argv: readonly string[], option: string): string[] {
  const [command = "", ...rest] = argv;
  return command.startsWith("-") ? [...argv, option] : [command, option, ...rest];
}

/** Gives the files in a folder, with what is in those that are not enormous: as text, which is compared fast. */
function contentsOf(folder: string): [string, string | null][] {
  return filesIn(folder).map((name) => {
    const file = join(folder, name);
    return [name, statSync(file).size < 1_000_000 ? readFileSync(file, "latin1") : null];
  });
}

describe.each(lines)("%s, case %i", (code, _, line) => {
  test.each(["en", "nl"])("ends with 2, a text on standard error, and no new file: %s", async (locale) => {
    const { folder, argv } = folderFor(line);
    const before = contentsOf(folder);
    const outcome = await portkeep(["--locale", locale, ...argv], folder, "", { env });
    const stderr = outcome.stderr
      .replaceAll(folder, "FOLDER")
      .replace(/127\.0\.0\.1:\d+/g, "127.0.0.1:PORT")
      .replace(/\b[0-9a-f]{64}\b/g, "SHA256")
      // The script's size changes with its logic.
      .replace(/[\d.,]*\d[.,]\d{3} bytes(?=,| groot)/, "SIZE bytes");
    expect(stderr).toMatchSnapshot();
    expect(stderr).toMatch(/^(error|fout): [\x20-\x7e\n]*(\.|\n +\| +\^)\n$/);
    expect(stderr.length).toBeLessThan(3000);
    expect(contentsOf(folder)).toEqual(before);
    expect(outcome.code).toBe(2);
    if (!argv.includes("--json")) expect(outcome.stdout).toBe("");
  });

  test("is told as JSON with its code, facts and place", async () => {
    const { folder, argv } = folderFor(line);
    const { stdout, stderr } = await portkeep(withOption(argv, "--json"), folder, "", { env });
    const { schema, error, errors } = JSON.parse(stdout);
    expect(schema).toBe(1);
    expect(Object.keys(error)).toEqual(["code", "message", "facts", "place"]);
    expect(error.code).toBe(code);
    expect(errors[0]).toEqual(error);
    expect(stderr).toBe(errors.map(({ message }: Error) => `error: ${message}\n`).join(""));
    expect(error.facts).toBeTypeOf("object");
  });
});

test.each(["en", "nl"])(
  "the id of a site before is told with its line, and its script stays: %s",
  async (locale) => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "sites.csv"), "site,products\nShop-1,ias\nshop-1,l2tp\n");
    const outcome = await portkeep(["build", "sites.csv", "--strict", "--locale", locale], folder);
    expect(outcome).toMatchObject({ code: 2, stdout: "" });
    expect(outcome.stderr).toMatch(/^\w+: sites\.csv:3:1 /);
    expect(outcome.stderr).toMatchSnapshot();
    expect(filesIn(folder).filter((name) => !name.endsWith(".ps1"))).toEqual(["sites.csv"]);
  },
);

test("an error message never grows with the input", () => {
  const error = new PortkeepError("port-not-a-range", { text: "x".repeat(1_000_000) });
  for (const texts of [english, dutch]) expect(errorText(error, texts).length).toBeLessThan(300);
});

test("a sentence of commander's that is not known is told as it is", () => {
  const error = usageError(new CommanderError(1, "commander.newInVersion15", "error: something else"), []);
  expect(error).toMatchObject({ code: "usage", facts: { message: "something else" } });
  expect(errorText(error, dutch)).toBe("something else.");
});

test("a known error whose sentence has changed is told as it is", () => {
  const error = usageError(new CommanderError(1, "commander.unknownOption", "error: no such thing"), []);
  expect(error).toMatchObject({ code: "usage", facts: { message: "no such thing" } });
});

test("a fault of portkeep's own is told as one, with where it happened", async () => {
  const { io, err } = captured("/");
  io.stdout = {
    write() {
      throw new TypeError("broken");
    },
  };
  expect(await run(["products"], io)).toBe(2);
  expect(err.join("")).toMatch(
    /^error: This is a fault in portkeep itself; please report it\.\nTypeError: broken\n +at /,
  );
});
