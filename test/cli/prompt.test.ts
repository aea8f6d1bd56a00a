import { spawn } from "node:child_process";
import { describe, expect, test } from "vitest";
import { makePfx } from "../signing/keys/pfx/pfx.ts";
import { builtProgram } from "./built-program.ts";
import { stateVariables } from "./console.ts";
import { bytesOf, folderToSign, signedBy, signer, unsigned } from "./signed.ts";

const password = "canary-7c1e";
const pfx = await makePfx(signer, password);
const program = await builtProgram();
const question = "Password of signer.pfx:";

/** Signs at a real terminal, where somebody types when the question is there; gives all that was to be seen. */
async function atTerminal(typed: string) {
  const folder = folderToSign({ "signer.pfx": pfx });
  const command = [process.execPath, program, "sign", "script.ps1", "--sign-pfx", "signer.pfx"].join(" ");
  const terminal = spawn("script", ["--quiet", "--return", "--command", command, "/dev/null"], {
    cwd: folder,
    env: { PATH: process.env.PATH, TERM: "xterm", ...stateVariables(folder) },
  });
  let seen = "";
  terminal.stdout.on("data", (chunk: Buffer) => {
    const asked = seen.includes(question);
    seen += chunk.toString();
    if (!asked && seen.includes(question)) terminal.stdin.write(typed);
  });
  const code = await new Promise<number | null>((resolve) => terminal.once("close", resolve));
  return { code, seen, script: bytesOf(folder) };
}

describe.runIf(process.platform === "linux")("at a terminal", () => {
  test("nothing of the password is to be seen", async () => {
    const { code, seen, script } = await atTerminal(`${password}\r`);
    expect(seen).toMatch(/^Password of signer\.pfx: \r\n(script\.ps1|Signed by)/);
    expect(code).toBe(0);
    expect(script).toEqual(await signedBy(signer));
  });

  test("a mistake can be taken back", async () => {
    const { code, seen } = await atTerminal(`canarx\u007fy-7c1e\r`);
    expect(seen).not.toMatch(/canar|\*/);
    expect(code).toBe(0);
  });

  test.each([
    ["Ctrl-C", "\u0003"],
    ["Ctrl-C after a part of the password", "canary\u0003"],
    ["Ctrl-D", "\u0004"],
  ])("%s ends the program with 130, and nothing more is said", async (_, typed) => {
    const { code, seen, script } = await atTerminal(typed);
    expect(seen).toBe(`${question} \r\n`);
    expect(code).toBe(130);
    expect(script).toEqual(unsigned);
  });

  test("a wrong password is told on a line of its own", async () => {
    const { code, seen } = await atTerminal("another\r");
    expect(seen).toBe(
      `${question} \r\nerror: signer.pfx: the password does not fit. Check it, capitals included, and whether the file is the right one.\r\n`,
    );
    expect(code).toBe(2);
  });
});
