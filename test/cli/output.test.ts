import { spawnSync } from "node:child_process";
import { closeSync, openSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { builtProgram } from "./built-program.ts";
import { emptyFolder, filesIn, scriptOf, stateVariables } from "./console.ts";

const program = await builtProgram();
const told = "standard output could not be written (ENOSPC: no space left on device).";

/** Runs the built program with one of its outputs on a device that is always full; gives what the other one got. */
function withFull(output: "stdout" | "stderr", argv: readonly string[]) {
  const folder = emptyFolder();
  writeFileSync(join(folder, "sites.csv"), "site,products\na,ias\nb,iass\n");
  writeFileSync(join(folder, "a.ps1"), scriptOf({ products: ["ias"] }));
  const full = openSync("/dev/full", "w");
  onTestFinished(() => closeSync(full));
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...argv], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...stateVariables(folder) },
    stdio: ["ignore", output === "stdout" ? full : "pipe", output === "stderr" ? full : "pipe"],
    encoding: "utf8",
  });
  return { folder, code: status, stdout, stderr };
}

describe.runIf(process.platform === "linux")("where standard output takes nothing", () => {
  test.each([
    ["a result", ["products"]],
    ["the help", ["--help"]],
    ["the version", ["--version"]],
    ["the JSON of a finding, whose code would be 1", ["verify", "a.ps1", "--json"]],
    ["the JSON of an error", ["render", "--product", "iass", "--json"]],
  ])("a run ends with 2, and one line says so: %s", (_, argv) => {
    const { code, stderr } = withFull("stdout", argv);
    expect(stderr.match(/^.*standard output.*$/gm)).toEqual([expect.stringContaining(`error: ${told}`)]);
    expect(stderr).not.toMatch(/\.js|^ +at /m);
    expect(code).toBe(2);
  });

  test("the same holds for a script", () => {
    const { code, stderr } = withFull("stdout", ["render", "--product", "ias", "-o", "-"]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(`\nerror: ${told}`)]);
  });

  test("what was made before stays, and the code is 2", () => {
    const { folder, code, stderr } = withFull("stdout", ["build", "sites.csv", "-o", "fleet"]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(`\nerror: ${told}`)]);
    expect(filesIn(folder)).toContain("fleet/manifest.jsonl");
  });

  test("it is told in the user's language", () => {
    const { stderr } = withFull("stdout", ["products", "--locale", "nl"]);
    expect(stderr).toMatch(/^fout: de standaarduitvoer .*ENOSPC.*\.\n$/);
  });
});

test.runIf(process.platform === "linux")(
  "where standard error takes nothing, the code alone can tell",
  () => {
    const { code, stdout } = withFull("stderr", ["render", "--product", "ias", "-o", "new.ps1"]);
    expect([code, stdout]).toEqual([2, "new.ps1\n"]);
  },
);

test.runIf(process.platform === "linux")("whoever reads may stop early", () => {
  const command = `{ "$@"; echo "code $?" >&2; } | true`;
  const argv = ["-c", command, "sh", process.execPath, program, "products"];
  const { stderr } = spawnSync("sh", argv, { encoding: "utf8" });
  expect(stderr).toBe("code 0\n");
});
