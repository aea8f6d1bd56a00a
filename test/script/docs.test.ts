import { beforeEach, expect, test } from "vitest";
import { portkeep } from "../cli/console.ts";
import { blocksOf, pagesWith } from "../docs/pages.ts";
import { runScript } from "../rig/run.ts";
import { sharedHost } from "../rig/shared.ts";
import { freshMachine } from "./machine.ts";
import { standardScript } from "./script.ts";

const pages = pagesWith("powershell");

/** Gives the script that the page has rendered, without its key, or the standard one. */
async function scriptOf(page: string): Promise<Uint8Array> {
  const [command] = /^portkeep render .* -o reserve\.ps1$/m.exec(blocksOf(page, "sh").join("\n")) ?? [];
  if (!command) return standardScript;
  const words = command
    .replace(/ --sign-pfx \S+/, "")
    .replace("-o reserve.ps1", "-o -")
    .split(" ");
  return (await portkeep(words.slice(1))).bytes;
}

/** Gives the runs of the script for which the page tells the exit code: `… -Action Test  # 1: ports are missing`. */
function runsOn(page: string): { args: string[]; code: number }[] {
  const line = /^powershell -NoProfile .*?-File \.\\reserve\.ps1 *([^#\n]*?) *# (\d+): /gm;
  return [...blocksOf(page, "powershell").join("\n").matchAll(line)].map(([, args = "", code]) => ({
    args: args.split(" ").filter(Boolean),
    code: Number(code),
  }));
}

beforeEach(() => freshMachine());

test.each(pages)("what the page %s says to type on a server is PowerShell", async (page) => {
  const host = await sharedHost("windows");
  for (const block of blocksOf(page, "powershell")) {
    const findings = await host.lint(block);
    expect(findings.filter(({ rule }) => rule === "parse" || rule === "alias")).toEqual([]);
  }
});

test.each(pages.filter((page) => runsOn(page).length > 0))(
  "on a server, the script ends with the codes that the page %s tells, one after the other",
  async (page) => {
    const script = await scriptOf(page);
    for (const { args, code } of runsOn(page)) {
      const { exitCode } = await runScript(script, { arguments: args });
      expect([args, exitCode]).toEqual([args, code]);
    }
  },
);
