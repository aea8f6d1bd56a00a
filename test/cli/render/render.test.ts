import { execFileSync } from "node:child_process";
import {
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { emptyFolder, filesIn, portkeep, scriptOf } from "../console.ts";

describe("where the script goes", () => {
  test("into a named file in out/, whose path is all of standard output", async () => {
    const folder = emptyFolder();
    const { code, stdout, stderr } = await portkeep(["render", "--product", "sbs-2003-standard"], folder);
    expect(code).toBe(0);
    expect(stdout.replaceAll("\\", "/")).toMatch(
      /^out\/portkeep-sbs-2003-standard-autd-ias-ipsec-l2tp-[0-9a-f]{8}\.ps1\n$/,
    );
    expect(filesIn(folder)).toEqual([stdout.trim().replaceAll("\\", "/")]);
    expect(readFileSync(join(folder, stdout.trim()))).toEqual(scriptOf({ products: ["sbs-2003-standard"] }));
    expect(stderr).toContain("not signed");
  });

  test("into the file that -o names, over an older one, and with its folders", async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, "a"));
    writeFileSync(join(folder, "a", "b.ps1"), "older");
    for (const file of ["a/b.ps1", "c/d/e.ps1", join(folder, "full.ps1")]) {
      expect(await portkeep(["render", "--product", "ias", "-o", file], folder)).toMatchObject({
        code: 0,
        stdout: `${file}\n`,
      });
    }
    expect(filesIn(folder)).toEqual(["a/b.ps1", "c/d/e.ps1", "full.ps1"]);
    expect(readFileSync(join(folder, "a", "b.ps1"))).toEqual(scriptOf({ products: ["ias"] }));
  });

  test.skipIf(process.platform === "win32")("behind a link that -o names, which stays one", async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "real.ps1"), "older");
    symlinkSync("real.ps1", join(folder, "link.ps1"));
    await portkeep(["render", "--product", "ias", "-o", "link.ps1"], folder);
    expect(lstatSync(join(folder, "link.ps1")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, "real.ps1"))).toEqual(scriptOf({ products: ["ias"] }));
  });

  test("to standard output, byte by byte, with `-o -`", async () => {
    const folder = emptyFolder();
    const { code, bytes, stderr } = await portkeep(["render", "--product", "ias", "-o", "-"], folder);
    expect(code).toBe(0);
    expect(bytes).toEqual(scriptOf({ products: ["ias"] }));
    expect(stderr).toContain("SCRIPT.ps1");
    expect(filesIn(folder)).toEqual([]);
  });
});

describe("the name that -o gives", () => {
  const vbs = ["--product", "sbs-2000", "--format", "vbs"];
  const ps1 = ["--product", "ias"];

  test.each([
    ["a VBScript", "x.ps1", vbs, ".vbs"],
    ["a VBScript", "ps1", vbs, ".vbs"],
    ["a PowerShell script", "rr.vbs", ps1, ".ps1"],
    ["a PowerShell script", "rr.txt", ps1, ".ps1"],
    ["a PowerShell script", "rr.ps1.bak", ps1, ".ps1"],
    ["a PowerShell script", "out.ps1/rr", ps1, ".ps1"],
    ["what is not even written", "rr", [...ps1, "--dry-run"], ".ps1"],
  ])("of %s is refused: %s", async (_, file, options, ending) => {
    const folder = emptyFolder();
    const { code, stdout } = await portkeep(["render", ...options, "-o", file, "--json"], folder);
    expect([code, JSON.parse(stdout).error]).toEqual([
      2,
      expect.objectContaining({ code: "output-ending", facts: { file, ending } }),
    ]);
    expect(filesIn(folder)).toEqual([]);
  });

  test.each([
    ["RR.PS1", ps1],
    ["x.Vbs", vbs],
  ])("may have capitals: %s", async (file, options) => {
    expect(await portkeep(["render", ...options, "-o", file])).toMatchObject({ code: 0 });
  });

  test.skipIf(process.platform === "win32")("may be any that a pipe or a device has", async () => {
    const folder = emptyFolder();
    execFileSync("mkfifo", [join(folder, "pipe")]);
    const reader = openSync(join(folder, "pipe"), constants.O_RDONLY | constants.O_NONBLOCK);
    onTestFinished(() => closeSync(reader));
    expect(await portkeep(["render", ...ps1, "-o", "pipe"], folder)).toMatchObject({ code: 0 });
    expect(statSync(join(folder, "pipe")).isFIFO()).toBe(true);
    expect(readFileSync(reader)).toEqual(scriptOf({ products: ["ias"] }));
  });
});

describe("different choices never overwrite each other", () => {
  test("each of these gets a file of its own", async () => {
    const folder = emptyFolder();
    const base = ["render", "--product", "ias"];
    const all = [
      base,
      [...base, "--os", "windows-server-2003"],
      [...base, "--port", "5000"],
      [...base, "--port", "5000=A"],
      [...base, "--port", "5000=B"],
      [...base, "--port", "5000,5001=B"],
      [...base, "--port", "5000,5002=B"],
      [...base, "--reboot", "IfNeeded"],
      [...base, "--restart-dns", "IfNeeded"],
      [...base, "--reboot-exit-code", "0"],
      [...base, "--action", "Test"],
      [...base, "--action", "Report"],
      [...base, "--locale", "nl"],
      [...base, "--action", "Restore"],
      [...base, "--product", "l2tp"],
    ];
    for (const argv of all) expect(await portkeep(argv, folder)).toMatchObject({ code: 0 });
    expect(filesIn(folder)).toHaveLength(all.length);
  });
});

describe("the order of the choices changes no byte and no name", () => {
  test.each<[string[], string[]]>([
    [
      ["--product", "ias,l2tp"],
      ["--product", "l2tp", "--product", "ias"],
    ],
    [
      ["--product", "ias, l2tp,ias"],
      ["--product", "l2tp,ias"],
    ],
    [
      ["--product", "sbs-2003-standard"],
      ["--os", "sbs-2003-standard", "--product", "l2tp,ipsec,ias,autd"],
    ],
    [
      ["--port", "5000,6000=A"],
      ["--port", "6000=A", "--port", "5000-5000"],
    ],
    [
      ["--port", "5000-5004,5003-5009"],
      ["--port", "5005-5009,5000-5004"],
    ],
    [
      ["--port", "5000", "--allow-wide"],
      ["--port", "5000"],
    ],
    [
      ["--product", "ias", "--os", "windows-server-2003", "--backend", "reserved-ports"],
      ["--product", "ias", "--os", "windows-server-2003", "--backend", "auto"],
    ],
    [
      ["--product", "ias", "--reboot", "Never", "--action", "Apply"],
      ["--action", "Apply", "--product", "ias"],
    ],
  ])("%j is %j", async (one, other) => {
    const [a, b] = [emptyFolder(), emptyFolder()];
    const first = await portkeep(["render", ...one], a);
    const second = await portkeep(["render", ...other], b);
    expect(first).toMatchObject({ code: 0 });
    expect(second).toEqual(first);
    const file = first.stdout.trim();
    expect(readFileSync(join(b, file))).toEqual(readFileSync(join(a, file)));
  });
});

test("the options reach the script", async () => {
  const argv = ["--product", "l2tp", "--port", "5000-5001=Backup, daily,6000", "--os", "windows-server-2003"];
  const restarts = ["--reboot", "IfNeeded", "--restart-dns", "IfNeeded", "--reboot-exit-code", "0"];
  const more = ["--action", "Report", ...restarts, "--newline", "lf"];
  const { bytes } = await portkeep(["render", ...argv, ...more, "--locale", "nl", "-o", "-"]);
  expect(bytes).toEqual(
    scriptOf({
      products: ["l2tp"],
      ports: ["5000-5001=Backup, daily", "6000"],
      os: "windows-server-2003",
      action: "Report",
      reboot: "IfNeeded",
      restartDns: "IfNeeded",
      rebootExitCode: 0,
      locale: "nl",
      newline: "lf",
    }),
  );
});

describe("a restart that the system's backend does not wait for", () => {
  const today = ["--os", "windows-server-2022"];

  test.each([
    ["--reboot IfNeeded has no effect", [...today, "--reboot", "IfNeeded"]],
    ["--reboot IfNeeded has no effect", ["--backend", "os-exclusions", "--reboot", "IfNeeded"]],
    ["--restart-dns IfNeeded has no effect", ["--os", "windows-server-2003", "--restart-dns", "IfNeeded"]],
  ])("is warned of: %s with %j", async (wanted, argv) => {
    const { code, stderr } = await portkeep(["render", "--product", "ias", ...argv]);
    expect([code, stderr]).toEqual([0, expect.stringContaining(`warning: ${wanted}`)]);
  });

  test.each([
    [["--os", "windows-server-2003", "--reboot", "IfNeeded"]],
    [["--reboot", "IfNeeded", "--restart-dns", "IfNeeded"]],
    [[...today, "--restart-dns", "IfNeeded"]],
    [["--backend", "os-exclusions", "--restart-dns", "IfNeeded"]],
  ])("is not warned of with %j", async (argv) => {
    const { stderr } = await portkeep(["render", "--product", "ias", ...argv]);
    expect(stderr).not.toContain("warning");
  });
});

test("the result as JSON", async () => {
  const folder = emptyFolder();
  const { code, stdout } = await portkeep(
    ["render", "--product", "ias", "--port", "5000=Backup", "--json"],
    folder,
  );
  expect(code).toBe(0);
  const result = JSON.parse(stdout);
  expect(result).toMatchObject({
    schema: 1,
    command: "render",
    written: true,
    signed: false,
    products: ["ias"],
    ports: ["5000-5000=Backup"],
    os: null,
    backend: "auto",
    portCount: 5,
  });
  const bytes = readFileSync(join(folder, result.file));
  expect(result.bytes).toBe(bytes.length);
  expect(bytes).toEqual(scriptOf({ products: ["ias"], ports: ["5000=Backup"] }));
  expect(result.file).toContain(result.settingsId.slice(0, 8));
});

test("nothing that is written for a person holds a colour or a control character", async () => {
  const { stdout, stderr } = await portkeep(["render", "--product", "ias"]);
  expect(stdout + stderr).toMatch(/^[\x20-\x7e\n]*$/);
});
