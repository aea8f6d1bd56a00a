import { describe, expect, test } from "vitest";
import { makePfx } from "../../signing/keys/pfx/pfx.ts";
import { builtProgram } from "../built-program.ts";
import { bytesOf, folderToSign, signedBy, signer, unsigned } from "../signed.ts";
import { atTerminal } from "../terminal.ts";

const password = "canary-7c1e";
const pfx = await makePfx(signer, password);
const program = await builtProgram();
const question = "Password of signer.pfx:";

/** Signs at a real terminal, where somebody types when the question is there; gives all that was to be seen. */
async function signAtTerminal(typed: string) {
  const folder = folderToSign({ "signer.pfx": pfx });
  const argv = [program, "sign", "script.ps1", "--sign-pfx", "signer.pfx"];
  return { ...(await atTerminal(argv, folder, [[question, typed]])), script: bytesOf(folder) };
}

describe.runIf(process.platform === "linux")("at a terminal", () => {
  test("nothing of the password is to be seen", async () => {
    const { code, seen, script } = await signAtTerminal(`${password}\r`);
    expect(seen).toMatch(/^Password of signer\.pfx: \r\n(script\.ps1|Signed by)/);
    expect(code).toBe(0);
    expect(script).toEqual(await signedBy(signer));
  });

  test("a mistake can be taken back", async () => {
    const { code, seen } = await signAtTerminal(`canarx\u007fy-7c1e\r`);
    expect(seen).not.toMatch(/canar|\*/);
    expect(code).toBe(0);
  });

  test.each([
    ["Ctrl-C", "\u0003"],
    ["Ctrl-C after a part of the password", "canary\u0003"],
    ["Ctrl-D", "\u0004"],
  ])("%s ends the program with 130, and nothing more is said", async (_, typed) => {
    const { code, seen, script } = await signAtTerminal(typed);
    expect(seen).toBe(`${question} \r\n`);
    expect(code).toBe(130);
    expect(script).toEqual(unsigned);
  });

  test("a wrong password is told on a line of its own", async () => {
    const { code, seen } = await signAtTerminal("another\r");
    expect(seen).toBe(
      `${question} \r\nerror: signer.pfx: the password does not fit. Check it, capitals included, and whether the file is the right one.\r\n`,
    );
    expect(code).toBe(2);
  });
});
