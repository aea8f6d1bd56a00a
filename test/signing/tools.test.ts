import { execa } from "execa";
import { expect, test, vi } from "vitest";
import { installPrograms } from "../rig/packages.ts";
import { installTools } from "./tools.ts";

await installTools();

test.each([
  ["openssl", ["version"], /^OpenSSL 3/],
  ["osslsigncode", ["--version"], /^osslsigncode 2\.(9|\d\d)/],
  ["softhsm2-util", ["--version"], /^2/],
  ["pkcs11-tool", ["--help"], /pkcs11-tool/],
])("%s is there", async (program, given, text) => {
  expect((await execa(program, given, { all: true, reject: false })).all).toMatch(text);
});

test.each([
  ["a missing program", { program: "no-such-program", packages: ["a", "b"] }, "need no-such-program. On"],
  [
    "one that is too old",
    {
      program: "openssl",
      packages: ["a", "b"],
      version: { atLeast: "3000.10", option: "version" },
      hint: "why",
    },
    "need openssl 3000.10 or later. On",
  ],
])("%s is named with what to install, where that cannot be done here", async (_, program, text) => {
  const user = vi.spyOn(process, "getuid").mockReturnValue(1000);
  try {
    await expect(installPrograms([program])).rejects.toThrow(text);
    await expect(installPrograms([program])).rejects.toThrow(
      /install --no-install-recommends a b( \(why\))?$/,
    );
  } finally {
    user.mockRestore();
  }
});
