import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { builtProgram } from "../built-program.ts";
import { emptyFolder, portkeep } from "../console.ts";

const program = await builtProgram();

const size = 128 * 1024;
const filled = (text: string, before = "") =>
  (before + text.repeat(Math.ceil(size / text.length))).slice(0, size);
const keys = Array.from({ length: 20_000 }, (_, index) => `k${index}: 1\n`).join("");

/** The largest files that are read at all, each of which is hard for some reader. */
const hard: [string, string][] = [
  ["brackets", filled("[")],
  ["brackets with line breaks", filled("[\n")],
  ["braces", filled("{a: ")],
  ["both", filled("[{")],
  ["closing brackets", filled("]")],
  ["commas", filled(",", "[")],
  ["lists in lists", filled("- ")],
  ["explicit keys", filled("? ")],
  ["colons", filled(": ")],
  ["blanks", filled(" ")],
  ["line breaks", filled("\n")],
  ["carriage returns", filled("\r")],
  ["comments", filled("#\n")],
  ["one long text", filled("a")],
  ["an open quote", filled("\\u0041", '"')],
  ["an open block", filled(" x\n\n", "a: >\n")],
  ["anchors", filled("&a ")],
  ["tags", filled("!!str ")],
  ["aliases", filled("- *a\n", "- &a x\n")],
  ["documents", filled("---\n")],
  ["directives", filled("%YAML 1.2\n")],
  ["the same key", filled("a: 1\n")],
  ["many keys", keys.slice(0, size)],
  ["many keys in braces", `{${keys.replaceAll("\n", ",")}}`.slice(0, size)],
  ["many rows of nothing", filled("- \n", "rows:\n")],
  [
    "many unknown products",
    `{"rows":[{"ports":"7000-7000","program":"x","source":"KB 956189","products":[${'"frob",'.repeat(17_000)}"x"]}]}`,
  ],
  [
    "many products",
    `{"products":[${Array.from({ length: 3800 }, (_, i) => `{"id":"p${i}","name":"P"}`).join(",")}]}`,
  ],
  [
    "many misspelt references",
    `{"products":[${Array.from({ length: 1500 }, (_, i) => `{"id":"p${i}","name":"P"}`).join(",")}],"rows":[{"ports":"7000-7000","program":"x","source":"x","products":[${Array.from({ length: 5000 }, (_, i) => `"q${i}"`).join(",")}]}]}`,
  ],
  ["surrogates", filled("\ud83d\ude00")],
];

describe("a file of 128 kB, as large as is read, ends soon with an error", () => {
  test.each(hard)("%s", async (_, text) => {
    const before = process.cpuUsage();
    const { code, stderr } = await portkeep(["products", "--table", "-"], undefined, text);
    expect(stderr).toMatch(/^error: -/);
    expect(stderr.length).toBeLessThan(30_000);
    expect(code).toBe(2);
    // Some hundred milliseconds of computing; how long that takes is the machine's affair.
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(5000);
  });
});

describe("in a process of its own, with 128 MB and a small stack", () => {
  test.each(hard.filter(([title]) => /brackets$|commas|lists|many (keys|rows|misspelt)/.test(title)))(
    "%s",
    (_, text) => {
      const folder = emptyFolder();
      writeFileSync(join(folder, "own.yaml"), text);
      const limits = ["--max-old-space-size=128", "--stack-size=400"];
      const argv = [...limits, program, "products", "--table", "own.yaml"];
      const { status, stderr } = spawnSync(process.execPath, argv, { cwd: folder, encoding: "utf8" });
      expect(stderr).toMatch(/^error: own\.yaml/);
      expect(status).toBe(2);
    },
  );
});

test("no text whatever ends in anything but a table or an error of ours", async () => {
  const bits = fc.constantFrom(
    ..."[]{},:-?&*!|>'\"%@` \n#~",
    "\n  ",
    "- ",
    ": ",
    "<<",
    "rows",
    "ports",
    "7000-7001",
    "null",
    "__proto__",
    "toString",
    "1e999",
    "\t",
    "---\n",
    "\u0000",
    "\u2028",
    "\u00e9",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(bits, { maxLength: 40 }), async (parts) => {
      const { code, stderr } = await portkeep(["products", "--table", "-"], undefined, parts.join(""));
      expect(stderr).not.toContain("fault in portkeep");
      expect(code).toBe(stderr === "" ? 0 : 2);
    }),
    { numRuns: process.env.PORTKEEP_FULL ? 5000 : 500 },
  );
}, 60_000);
