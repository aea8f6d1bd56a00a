import { execFileSync } from "node:child_process";
import { mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ErrorCode } from "../../src/errors.ts";
import { emptyFolder, scriptOf } from "./console.ts";

const manyLabels = Array.from({ length: 900 }, (_, i) => `${5001 + 2 * i}=${"x".repeat(64)}`).join(",");

const render = (...argvs: string[][]) => argvs.map((argv) => ["render", ...argv]);

/** Gives what no Windows can serve, elsewhere. */
function posix<Item>(items: Item[]): Item[] {
  return process.platform === "win32" ? [] : items;
}

/** Command lines for every error, so that a new code without a test does not compile. */
export const cases: Record<Exclude<ErrorCode, "usage">, string[][]> = {
  "port-not-a-range": [
    ...render(["--port", "http"], ["--port", "4000,50x0"], ["--port", ""]),
    ["explain", "dns"],
  ],
  "port-too-high": [...render(["--port", "70000"]), ["explain", "70000"]],
  "port-zero": render(["--port", "0"]),
  "port-reversed": render(["--port", "5010-5000=Backup"]),
  "port-below-pool": render(["--port", "80"]),
  "label-too-long": render(["--port", `5000=${"x".repeat(100)}`]),
  "label-characters": render(["--port", "5000=it's \u001b[31mred"]),
  "too-many-ports": render(
    ["--port", "10001-11500"],
    ["--port", "10001-13000"],
    ["--port", "10001-13000", "--allow-wide"],
  ),
  "nothing-chosen": render([], ["--product", " , "], ["--os", "sbs-2003-standard"]),
  "unknown-product": render(
    ["--product", "isa"],
    ["--product", "\u202eias"],
    ["--product", "sbs-2003-standart"],
    ["--product", "frobnicator"],
  ),
  "unknown-system": render(
    ["--product", "ias", "--os", "windows-server-2023"],
    ["--product", "ias", "--os", "SBS-2003-Premium"],
  ),
  "system-conflict": render(
    ["--product", "all", "--os", "windows-server-2003"],
    ["--product", "all,sbs-2003-standard"],
  ),
  "product-not-on-system": render(
    ["--product", "isa-2004"],
    ["--product", "isa-2000"],
    ["--product", "isa-2004", "--os", "sbs-2000"],
  ),
  "no-powershell": render(["--product", "sbs-2000"], ["--product", "ias", "--os", "windows-2000-server"]),
  "no-backend": render(
    ["--product", "ias", "--os", "windows-server-2012-r2"],
    ["--product", "ias", "--os", "windows-server-2008"],
  ),
  "script-too-large": render(["--port", manyLabels]),
  "cannot-write": render(["--product", "ias", "-o", "taken"]),
  "stdout-taken": render(["--product", "ias", "-o", "-", "--json"]),
  "file-missing": [["read", "missing.ps1"]],
  "file-unreadable": posix([["read", "x".repeat(300)]]),
  "file-too-large": [["read", "large"]],
  "file-empty": [
    ["read", "empty"],
    ["read", "-"],
  ],
  "not-a-file": [
    ["read", "taken"],
    ...posix([
      ["read", "pipe"],
      ["read", "/dev/zero"],
    ]),
  ],
  "not-a-script": [["read", "other.ps1"]],
  "script-cut-off": [["read", "cut-off.ps1"]],
  "value-not-allowed": [
    ...render(
      ["--product", "ias", "--action", "apply"],
      ["--product", "ias", "--reboot", "Always"],
      ["--product", "ias", "--reboot-exit-code", "1"],
      ["--product", "ias", "--newline", "cr"],
      ["--product", "ias", "--backend", "dns-exclusions"],
    ),
    ["products", "--locale", "de"],
  ],
  "not-a-number": [
    ["explain", "1812", "--max-user-port", "many"],
    ["explain", "1812", "--max-user-port", "70000"],
  ],
  "unknown-command": [["rendr"], ["frobnicate"], ["a\nb'c\u001b[31m"], ["prodcuts"]],
  "unknown-option": [
    ["--versoin"],
    ["render", "--prodct", "ias"],
    ["products", "--jsno"],
    ["render", "--frob"],
    ["-x"],
    ["--a\n(Did you mean --evil?)"],
  ],
  "option-without-value": [["render", "--product"]],
  "argument-missing": [["explain"]],
  "too-many-arguments": [
    ["render", "ias"],
    ["products", "ias"],
    ["explain", "1812", "1813"],
  ],
};

/** Gives a folder that holds what the command lines need. */
export function folderForCases(): string {
  const folder = emptyFolder();
  const put = (name: string, text: string | Uint8Array) => writeFileSync(join(folder, name), text);
  mkdirSync(join(folder, "taken"));
  for (const pipe of posix(["pipe"])) execFileSync("mkfifo", [join(folder, pipe)]);
  put("empty", "");
  put("large", "");
  truncateSync(join(folder, "large"), 100_000_000);
  put("other.ps1", "Get-ChildItem\n");
  put("cut-off.ps1", scriptOf({ products: ["ias"] }).subarray(0, 3500));
  return folder;
}
