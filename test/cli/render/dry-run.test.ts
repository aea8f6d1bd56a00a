import { describe, expect, test } from "vitest";
import { emptyFolder, filesIn, portkeep } from "../console.ts";

const argv = [
  "render",
  "--product",
  "sbs-2003-standard",
  "--port",
  "1814=Radius proxy,6000-6010",
  "--dry-run",
];
const withoutId = (text: string) => text.replaceAll("\\", "/").replace(/-[0-9a-f]{8}\.ps1/g, "-SETTINGS.ps1");

test("shows each range, who needs it, the source and why, and writes nothing", async () => {
  const folder = emptyFolder();
  const { code, stdout, stderr } = await portkeep(argv, folder);
  expect(withoutId(stdout)).toMatchSnapshot();
  expect(stderr).toMatchSnapshot();
  expect(code).toBe(0);
  expect(filesIn(folder)).toEqual([]);
});

test("shows the same as JSON", async () => {
  const folder = emptyFolder();
  const { code, stdout } = await portkeep([...argv, "--json"], folder);
  expect(code).toBe(0);
  expect(filesIn(folder)).toEqual([]);
  const result = JSON.parse(stdout);
  expect(Object.keys(result)).toEqual([
    "schema",
    "command",
    "file",
    "written",
    "settingsId",
    "bytes",
    "signed",
    "hash",
    "signer",
    "development",
    "timestamp",
    "products",
    "ports",
    "os",
    "backend",
    "action",
    "reboot",
    "rebootExitCode",
    "locale",
    "newline",
    "allowWide",
    "table",
    "portCount",
    "ranges",
  ]);
  expect(result.written).toBe(false);
  expect(result.ranges[2]).toEqual({
    range: "1812-1814",
    reasons: [
      {
        protocol: "udp",
        range: "1812-1813",
        who: "IAS",
        products: ["ias"],
        source: "KB 956189",
        class: "documented",
        why: "Internet Authentication Service (ias)",
      },
      {
        protocol: "udp",
        range: "1814-1814",
        who: "Radius proxy",
        products: [],
        source: "own choice",
        class: null,
        why: "given with --port",
      },
    ],
  });
});

test("has the same keys as a run that writes, and names the file that it would write", async () => {
  const dry = JSON.parse((await portkeep([...argv, "--json"])).stdout);
  const wet = JSON.parse((await portkeep([...argv.filter((word) => word !== "--dry-run"), "--json"])).stdout);
  expect(wet).toEqual({ ...dry, written: true });
});

test("is no reason to keep a script off standard output quiet: `-o -` shows the plan", async () => {
  const { code, stdout } = await portkeep([...argv, "-o", "-"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^System {3}Windows Small Business Server 2003/);
});

describe("refuses what a real run refuses", () => {
  test.each([["isa-2004"], ["sbs-2000"], ["frob"]])("%s", async (product) => {
    const line = ["render", "--product", product];
    expect(await portkeep([...line, "--dry-run"])).toEqual(await portkeep(line));
  });
});

test("tells a row that two chosen products share once, with both", async () => {
  const { stdout } = await portkeep([
    "render",
    "--product",
    "isa-2000,isa-2004",
    "--os",
    "sbs-2003-premium",
    "--dry-run",
  ]);
  const shared = stdout.split("\n").filter((line) => line.includes("1745-1745"));
  expect(shared).toHaveLength(1);
  expect(shared[0]).toMatch(/\(isa-2000\), .*\(isa-2004\)$/);
});
