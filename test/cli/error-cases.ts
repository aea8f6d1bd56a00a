import { execFileSync } from "node:child_process";
import { mkdirSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { errors as english } from "../../src/cli/english/errors.ts";
import type { ErrorCode } from "../../src/errors.ts";
import { badTables } from "./bad-tables.ts";
import { emptyFolder, scriptOf } from "./console.ts";
import { packageCases, packageFiles } from "./package/cases.ts";
import { signingCases, unreachable } from "./signing-cases.ts";
import { signingFiles } from "./signing-files.ts";
import { siteCases, siteFiles } from "./site-cases.ts";

const manyLabels = Array.from({ length: 900 }, (_, i) => `${5001 + 2 * i}=${"x".repeat(64)}`).join(",");

const render = (...argvs: string[][]) => argvs.map((argv) => ["render", ...argv]);

/** Gives what no Windows can serve, elsewhere. */
function posix<Item>(items: Item[]): Item[] {
  return process.platform === "win32" ? [] : items;
}

const ofCommands: Partial<Record<ErrorCode, string[][]>> = {
  "port-not-a-range": [
    ...render(["--port", "http"], ["--port", "4000,50x0"], ["--port", ","]),
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
  "vbs-not-needed": render(
    ["--product", "ias", "--format", "vbs"],
    ["--product", "ias", "--os", "windows-server-2003", "--format", "vbs"],
    ["--product", "sbs-2003-standard", "--format", "vbs"],
  ),
  "not-in-vbs": render(
    ["--product", "sbs-2000", "--format", "vbs", "--action", "Report"],
    ["--product", "sbs-2000", "--format", "vbs", "--reboot", "IfNeeded"],
    ["--product", "sbs-2000", "--format", "vbs", "--restart-dns", "IfNeeded"],
  ),
  "vbs-not-signed": render(
    ["--product", "sbs-2000", "--format", "vbs", "--sign-pfx", "signer.pfx"],
    ["--product", "sbs-2000", "--format", "vbs", "--sign-development"],
  ),
  "no-backend": render(
    ["--product", "ias", "--os", "windows-server-2012-r2", "--backend", "reserved-ports"],
    ["--product", "ias", "--os", "windows-server-2008"],
  ),
  "script-too-large": render(["--port", manyLabels]),
  "cannot-write": [
    ...render(["--product", "ias", "-o", "taken.ps1"], ["--product", "ias", "-o", "FOLDER/empty/new.ps1"]),
    ...posix(render(["--product", "ias", "-o", "/dev/full"])),
    ["build", "narrow.csv", "-o", "narrow.csv"],
  ],
  "output-ending": render(
    ["--product", "ias", "-o", "rr.txt"],
    ["--product", "sbs-2000", "--format", "vbs", "-o", "x.ps1"],
  ),
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
      ["--product", "ias", "--backend", "dns-exclusion"],
    ),
    ["products", "--locale", "de"],
    ["completion", "cmd"],
  ],
  "not-a-number": [
    ["explain", "1812", "--max-user-port", "many"],
    ["explain", "1812", "--max-user-port", "70000"],
    ["sign", "script.ps1", "--timestamp-interval", "soon"],
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
  "option-missing": [["package", "script.ps1"]],
  "option-without-value": [
    ["render", "--product"],
    ["render", "--product", "ias", "--os", ""],
  ],
  "argument-missing": [["explain"]],
  "option-repeated": [
    ["render", "--product", "ias", "--os", "sbs-2003-standard", "--os=sbs-2000"],
    ["explain", "1812", "--max-user-port", "5000", "--max-user-port", "5001"],
    ["verify", "a.ps1", "--root", "a.cer", "--root", "b.cer"],
  ],
  "too-many-arguments": [
    ["render", "ias"],
    ["products", "ias"],
    ["explain", "1812", "1813"],
  ],
};

const ofTables: Partial<Record<ErrorCode, string[][]>> = Object.fromEntries(
  Object.entries(badTables).map(([code, tables]) => [
    code,
    tables.map((_, index) => ["products", "--table", tableName(code, index)]),
  ]),
);

/** Command lines for every error: those that need no file of their own first, then a table for each. */
export const cases = (Object.keys(english) as ErrorCode[])
  .filter((code) => !(code in unreachable))
  .map(
    (code) =>
      [
        code,
        [ofCommands, signingCases, packageCases, siteCases, ofTables].flatMap((all) => all[code] ?? []),
      ] as const,
  );

/** The variables that command lines name. */
export const env = { RIGHT: "right", EMPTY: "" };

function tableName(code: string, index: number): string {
  return `${code}-${index + 1}.yaml`;
}

const files: Record<string, string | Uint8Array> = {
  empty: "",
  "other.ps1": "Get-ChildItem\n",
  "cut-off.ps1": scriptOf({ products: ["ias"] }).subarray(0, 3500),
  ...signingFiles,
  ...packageFiles,
  ...siteFiles,
  ...Object.fromEntries(
    Object.entries(badTables).flatMap(([code, tables]) =>
      tables.map(([, content], index) => [tableName(code, index), content]),
    ),
  ),
};

/** The folders of fleets that a build refuses, each with an empty file for which it does. */
const fleets = [
  ["damaged", "manifest.ps1"],
  ["busy", ".manifest.jsonl.lock"],
];

/** Gives a folder that holds what a command line names, and the command line with the folder for FOLDER. */
export function folderFor(argv: readonly string[]): { folder: string; argv: string[] } {
  const folder = emptyFolder();
  const inside = argv.flatMap((word) =>
    [...word.matchAll(/FOLDER\/([\w.-]+)/g)].map(([, name = ""]) => name),
  );
  for (const name of [...argv, ...inside]) {
    const content = files[name];
    if (content !== undefined) writeFileSync(join(folder, name), content, { mode: 0o600 });
    if (name === "taken" || name === "taken.ps1") mkdirSync(join(folder, name));
    if (name === "kept") {
      mkdirSync(join(folder, name, "raw"), { recursive: true });
      writeFileSync(join(folder, name, "raw/notes.txt"), "by hand");
    }
    const [, inside] = fleets.find(([fleet]) => fleet === name) ?? [];
    if (inside) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, inside), "");
    }
    if (name === "locked.csv") {
      writeFileSync(join(folder, `.${name}.lock`), "");
      utimesSync(join(folder, `.${name}.lock`), 0, 0);
    }
    if (name === "pipe") execFileSync("mkfifo", [join(folder, name)]);
    if (name === "large" || name === tableName("file-too-large", 0)) {
      writeFileSync(join(folder, name), "");
      truncateSync(join(folder, name), 100_000_000);
    }
  }
  return { folder, argv: argv.map((word) => word.replaceAll("FOLDER", folder)) };
}
