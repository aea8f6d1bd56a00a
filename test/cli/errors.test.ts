import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { errorText } from "../../src/cli/error-text.ts";
import { run } from "../../src/cli/run.ts";
import { type ErrorCode, PortkeepError } from "../../src/errors.ts";
import { emptyFolder, filesIn, portkeep } from "./console.ts";

const manyLabels = Array.from({ length: 900 }, (_, i) => `${5001 + 2 * i}=${"x".repeat(64)}`).join(",");

/** A command line for every error, so that a new code without a test does not compile. */
const cases: Record<ErrorCode, string[][]> = {
  "port-not-a-range": [
    ["--port", "http"],
    ["--port", "4000,50x0"],
    ["--port", ""],
  ],
  "port-too-high": [["--port", "70000"]],
  "port-zero": [["--port", "0"]],
  "port-reversed": [["--port", "5010-5000=Backup"]],
  "port-below-pool": [["--port", "80"]],
  "label-too-long": [["--port", `5000=${"x".repeat(100)}`]],
  "label-characters": [["--port", "5000=it's \u001b[31mred"]],
  "too-many-ports": [
    ["--port", "10001-11500"],
    ["--port", "10001-13000"],
    ["--port", "10001-13000", "--allow-wide"],
  ],
  "nothing-chosen": [[], ["--product", " , "], ["--os", "sbs-2003-standard"]],
  "unknown-product": [
    ["--product", "isa"],
    ["--product", "\u202eias"],
  ],
  "unknown-system": [["--product", "ias", "--os", "windows-server-2023"]],
  "system-conflict": [
    ["--product", "all", "--os", "windows-server-2003"],
    ["--product", "all,sbs-2003-standard"],
  ],
  "product-not-on-system": [
    ["--product", "isa-2004"],
    ["--product", "isa-2000"],
    ["--product", "isa-2004", "--os", "sbs-2000"],
  ],
  "no-powershell": [
    ["--product", "sbs-2000"],
    ["--product", "ias", "--os", "windows-2000-server"],
  ],
  "no-backend": [
    ["--product", "ias", "--os", "windows-server-2012-r2"],
    ["--product", "ias", "--os", "windows-server-2008"],
  ],
  "script-too-large": [["--port", manyLabels]],
  "cannot-write": [["--product", "ias", "-o", "taken"]],
  "stdout-taken": [["--product", "ias", "-o", "-", "--json"]],
};

const lines = Object.entries(cases).flatMap(([code, all]) =>
  all.map((options, index) => [code, index + 1, options] as const),
);

function folderWithTakenName(): string {
  const folder = emptyFolder();
  mkdirSync(join(folder, "taken"));
  return folder;
}

describe.each(lines)("%s, case %i", (code, _, options) => {
  test("ends with 2, a text on standard error, and no file", async () => {
    const folder = folderWithTakenName();
    const outcome = await portkeep(["render", ...options], folder);
    const stderr = outcome.stderr
      .replaceAll(folder, "FOLDER")
      .replace(/\.\w+\.[0-9a-f]{12}\.tmp/g, "TEMPORARY");
    expect(stderr).toMatchSnapshot();
    expect(stderr).toMatch(/^error: [\x20-\x7e]*\.\n$/);
    expect(filesIn(folder)).toEqual([]);
    expect(outcome.code).toBe(2);
    if (!options.includes("--json")) expect(outcome.stdout).toBe("");
  });

  test("is told as JSON with its code and facts", async () => {
    const { stdout, stderr } = await portkeep(["render", ...options, "--json"], folderWithTakenName());
    const { schema, error } = JSON.parse(stdout);
    expect(schema).toBe(1);
    expect(error.code).toBe(code);
    expect(stderr).toBe(`error: ${error.message}\n`);
    expect(error.facts).toBeTypeOf("object");
  });
});

test("an error message never grows with the input", () => {
  const text = errorText(new PortkeepError("port-not-a-range", { text: "x".repeat(1_000_000) }));
  expect(text.length).toBeLessThan(300);
});

test("a fault of portkeep's own is told as one, with where it happened", async () => {
  let text = "";
  const code = await run(["products"], {
    stdout: {
      write() {
        throw new TypeError("broken");
      },
    },
    stderr: { write: (chunk) => (text += chunk) },
    cwd: "/",
    env: {},
  });
  expect(code).toBe(2);
  expect(text).toMatch(
    /^error: This is a fault in portkeep itself; please report it\.\nTypeError: broken\n +at /,
  );
});
