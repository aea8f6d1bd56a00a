import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { builtInTable } from "../../../src/table/table.ts";
import { goodTable } from "../bad-tables.ts";
import { emptyFolder, portkeep } from "../console.ts";

const explain = async (...argv: string[]) =>
  JSON.parse((await portkeep(["explain", ...argv, "--json"])).stdout);

describe("as text", () => {
  test.each([["1812-1813"], ["1745"], ["3500-3619"], ["80"], ["5000-5010"], ["50000"]])(
    "%s",
    async (ports) => {
      const { code, stdout, stderr } = await portkeep(["explain", ports]);
      expect(stdout).toMatchSnapshot();
      expect(stderr).toMatchSnapshot();
      expect(code).toBe(0);
      expect(stdout).not.toMatch(/[ \t]$/m);
    },
  );

  test("in Dutch", async () => {
    const { stdout, stderr } = await portkeep(["explain", "1745", "--locale", "nl"]);
    expect(stdout).toMatchSnapshot();
    expect(stderr).toMatchSnapshot();
  });
});

describe("who needs a port", () => {
  test.each(builtInTable.rows)("$ports: the row, its products, its source", async (row) => {
    const result = await explain(row.ports);
    expect(result.ports).toBe(row.ports);
    expect(result.needs).toContainEqual({
      ports: row.ports,
      program: row.program,
      protocol: "udp",
      class: row.class ?? "documented",
      condition: row.condition ?? null,
      note: row.note ?? null,
      source: row.source,
      products: row.products,
    });
    expect(result.sources).toContainEqual(
      expect.objectContaining(builtInTable.sources.find(({ id }) => id === row.source)),
    );
  });

  test.each([
    ["3619", ["3500-3619"]],
    ["3620", []],
    ["1646-1701", ["1645-1646", "1701-1701", "1645-1646"]],
    ["1647-1700", []],
    ["1-65535", builtInTable.rows.map(({ ports }) => ports)],
  ])("%s is a part of the rows %j", async (ports, rows) => {
    const { needs, sources } = await explain(ports);
    expect(needs.map((row: { ports: string }) => row.ports)).toEqual(rows);
    const needed = new Set(needs.map((row: { source: string }) => row.source));
    expect(sources.map(({ id }: { id: string }) => id).sort()).toEqual([...needed].sort());
  });

  test("nobody is no failure", async () => {
    expect(await portkeep(["explain", "7"])).toMatchObject({ code: 0 });
  });
});

describe("the odds", () => {
  test("for each pool that Windows is known to have", async () => {
    const { draws, pools } = await explain("1812-1813", "--max-user-port", "5000");
    expect(draws).toBe(2500);
    const rounded = pools.map(({ odds, ...pool }: { odds: number }) => ({
      ...pool,
      odds: Math.round(odds * 1000),
    }));
    expect(rounded).toEqual([
      { maxUserPort: null, since2008: false, pool: "49152-65535", size: 16384, ports: 0, odds: 0 },
      { maxUserPort: 60000, since2008: false, pool: "1024-60000", size: 58977, ports: 2, odds: 83 },
      { maxUserPort: 65535, since2008: false, pool: "1024-65535", size: 64512, ports: 2, odds: 76 },
      { maxUserPort: null, since2008: true, pool: "49152-65535", size: 16384, ports: 0, odds: 0 },
      { maxUserPort: 5000, since2008: false, pool: "1024-5000", size: 3977, ports: 2, odds: 862 },
    ]);
  });

  test("a pool that is shown anyway is not shown twice", async () => {
    expect((await explain("1812", "--max-user-port", "60000")).pools).toHaveLength(4);
  });
});

describe("the commands that would reserve it, one for each product,", () => {
  test.each([
    ["1812", ["--product ias", "--product nps"]],
    ["4500", ["--product ipsec"]],
    ["1718", ["--product h323-gatekeeper --os sbs-2003-premium"]],
    ["1745", ["--product isa-2000 --os sbs-2003-premium", "--product isa-2004 --os sbs-2003-premium"]],
    ["5000", ["--port 5000-5000"]],
    ["51821-51822", ["--port 51821-51822"]],
    ["51820", ["--product wireguard", "--product netbird"]],
    ["5000-5010", ["--product windows-media --port 5000-5010"]],
    ["5004-5005", ["--product windows-media"]],
    ["1810-1812", ["--product ias --port 1810-1812", "--product nps --port 1810-1812"]],
    ["1-1434", ["--product sql-browser --port 1025-1434"]],
    ["5000-6023", ["--product windows-media --port 5000-6023"]],
  ])("of %s are %j, and each reserves all of it", async (ports, wanted) => {
    const { stderr } = await portkeep(["explain", ports]);
    const commands = [...stderr.matchAll(/^ +(portkeep .*)$/gm)].map(([, command = ""]) => command);
    expect(commands).toEqual(wanted.map((options) => `portkeep render ${options}`));
    for (const command of commands) await expectReserved(command, ports);
  });

  async function expectReserved(command: string, ports: string): Promise<void> {
    const { stdout } = await portkeep([...command.split(" ").slice(1), "--dry-run", "--json"]);
    const ranges: [number, number][] = JSON.parse(stdout).ranges.map((entry: { range: string }) =>
      entry.range.split("-").map(Number),
    );
    const [first = 0, last = first] = ports.split("-").map(Number);
    const low = Math.max(first, 1025);
    expect(ranges.some((range) => range[0] <= low && range[1] >= last)).toBe(true);
  }

  test("say of several which is for whom", async () => {
    const { stderr } = await portkeep(["explain", "51820"]);
    expect(stderr).toMatch(
      /:\n {2}if it runs WireGuard \(wireguard\):\n {4}portkeep render --product wireguard\n/,
    );
    expect((await portkeep(["explain", "4500"])).stderr).not.toContain("if it runs");
  });

  test.each([
    ["below all pools", "80"],
    ["up to the pools", "1000-1024"],
    ["that are more than a script may reserve", "1025-65535"],
    ["that are one more than that", "1025-2049"],
  ])("are none for ports %s: %s", async (_, ports) => {
    expect(await portkeep(["explain", ports])).toMatchObject({ code: 0, stderr: "" });
  });
});

test("the command that would reserve what is in an own table names the table too", async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "own table.yaml"), goodTable);
  const { stderr } = await portkeep(["explain", "7000", "--table", "own table.yaml"], folder);
  const [, command = ""] = /\n {2}(portkeep .*)\n/.exec(stderr) ?? [];
  expect(command).toContain('--table "own table.yaml"');
  const words = command.match(/(?:[^\s"]|"[^"]*")+/g)?.map((word) => word.replaceAll('"', "")) ?? [];
  expect(await portkeep([...words.slice(1), "--dry-run"], folder)).toMatchObject({ code: 0 });
});
