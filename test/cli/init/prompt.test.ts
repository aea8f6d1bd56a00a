import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { builtProgram } from "../built-program.ts";
import { emptyFolder } from "../console.ts";
import { atTerminal } from "../terminal.ts";

const program = await builtProgram();
const [site, products, ports] = ["berlin-dc1: ", "none of these): ", "empty for none): "];

/** Runs init at a real terminal; gives all that was to be seen, and the list. */
async function init(...turns: [seen: string, typed: string][]) {
  const folder = emptyFolder();
  const outcome = await atTerminal([program, "init"], folder, turns);
  const file = join(folder, "sites.csv");
  return { ...outcome, list: existsSync(file) ? readFileSync(file, "utf8") : null };
}

describe.runIf(process.platform === "linux")("at a terminal", () => {
  test("init asks line by line, and what is typed is seen and can be mended", async () => {
    const { code, seen, list } = await init(
      [site, "ax\u007f\r"],
      [products, "iass\r"],
      [products, "ias\r"],
      [ports, "\r"],
      ["finds out): ", "\r"],
      ["[y/N] ", "\r"],
      ["no more): ", "\r"],
    );
    expect(list).toBe("site,products,ports,os,reboot\r\na,ias,,,\r\n");
    expect(seen).toContain("Did you mean ias?");
    expect(seen).toMatch(
      /\r\nsites\.csv\r\n1 site in sites\.csv, 1 new\.\r\n.*\r\n {2}portkeep build sites\.csv -o try\r\n$/,
    );
    expect(code).toBe(0);
  });

  test("no control character is written to a terminal that knows none", async () => {
    const folder = emptyFolder();
    const answers: [string, string][] = [
      [site, "a\r"],
      [products, "nps\r"],
      [ports, "\r"],
      ["finds out): ", "\r"],
      ["N] ", "\r"],
      ["no more): ", "\r"],
    ];
    const { code, seen } = await atTerminal([program, "init"], folder, answers, "dumb");
    expect(seen).toMatch(/\nId of the site, such as berlin-dc1: a\r\n/);
    expect(seen).not.toMatch(/[^\x20-\x7e\r\n]/);
    expect(code).toBe(0);
  });

  test("what is pasted at once waits for its questions", async () => {
    const { code, list } = await init([site, "a\rias\r\r\r\r\r"]);
    expect([code, list]).toEqual([0, "site,products,ports,os,reboot\r\na,ias,,,\r\n"]);
  });

  test.each([
    ["Ctrl-C", "\u0003"],
    ["Ctrl-C in the middle of an answer", "ia\u0003"],
    ["Ctrl-D", "\u0004"],
  ])("%s ends it with 2, nothing written, and a line that says so", async (_, typed) => {
    const { code, seen, list } = await init([site, "a\r"], [products, typed]);
    expect([code, list]).toEqual([2, null]);
    expect(seen).toMatch(/none of these\): [^\n]*\r\nerror: init: the answers ended .*\r\n$/);
  });
});
