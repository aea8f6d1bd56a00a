import { describe, expect, test } from "vitest";
import { type Issued, issue } from "../../signing/pki.ts";
import { portkeep } from "../console.ts";
import { folderToSign, intermediate, signedBy, signers, withKey } from "../signed.ts";

const names: [title: string, name: string, shown: string][] = [
  ["that would colour the terminal", "Red \u001b[31mAlert", "CN=Red \\1B[31mAlert"],
  ["that would clear it by one character", "Clear \u009b2J", "CN=Clear \\u009b2J"],
  ["that would turn what follows", "Good \u202eegdab", "CN=Good \\u202eegdab"],
  ["of two lines", "Microsoft\nHash sha256", "CN=Microsoft\\0AHash sha256"],
  ["that looks like two parts", "Somebody, O=Microsoft", "CN=Somebody\\, O=Microsoft"],
  ["in tag characters", "Tag \u{e0041}", "CN=Tag \\udb40\\udc41"],
  ["with separators of lines", "Line\u2028Paragraph\u2029", "CN=Line\\u2028Paragraph\\u2029"],
];

/** Certificates of these names, fit and unfit. */
const issued = await Promise.all(
  names.map(async ([title, name, shown]): Promise<[string, string, Issued, Issued]> => {
    const key = signers.p256;
    const [fit, unfit] = await Promise.all([
      issue(intermediate, { name, key }),
      issue(intermediate, { name, key, usage: "serverAuth" }),
    ]);
    return [title, shown, fit, unfit];
  }),
);

/** What no output may hold, but line ends. */
const misleading = /(?!\n)[\p{C}\p{Zl}\p{Zp}]/u;

async function said(argv: readonly string[], signer: Issued): Promise<string> {
  const folder = folderToSign({ "script.ps1": await signedBy(signer) }, signer);
  const { stdout, stderr } = await portkeep(argv, folder);
  return stdout + stderr;
}

describe.each(issued)("a signer's name %s", (_, shown, fit, unfit) => {
  test.each([
    ["verify", ["verify", "script.ps1", "--integrity-only"]],
    ["sign", ["sign", "script.ps1", ...withKey]],
  ])("is escaped by %s", async (_, argv) => {
    const text = await said(argv, fit);
    expect(text).not.toMatch(misleading);
    expect(text).toContain(shown);
    expect(await said([...argv, "--json"], fit)).not.toMatch(misleading);
  });

  test.each([
    ["a finding", ["verify", "script.ps1", "--root", "root.cer"]],
    ["an error", ["sign", "script.ps1", ...withKey]],
  ])("is escaped in %s", async (_, argv) => {
    const text = await said(argv, unfit);
    expect(text).toMatch(/not for code signing/);
    expect(text).not.toMatch(misleading);
    expect(await said([...argv, "--json"], unfit)).not.toMatch(misleading);
  });
});
