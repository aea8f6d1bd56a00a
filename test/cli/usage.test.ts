import { describe, expect, test } from "vitest";
import { portkeep } from "./console.ts";

describe("a wrong command line says what was meant", () => {
  test.each<[string[], string]>([
    [["rendr"], "render"],
    [["Render"], "render"],
    [["explian"], "explain"],
    [["help", "explian"], "explain"],
    [["prod"], "products"],
    [["--versoin"], "--version"],
    [["render", "--prodct", "ias"], "--product"],
    [["products", "--jsno"], "--json"],
    [["render", "--local", "nl"], "--locale"],
    [["render", "--product", "isa"], "isa-2000 or isa-2004"],
    [["render", "--product", "IAS"], "ias"],
    [["render", "--product", "autb"], "autd"],
    [["render", "--product", "ipsek"], "ipsec"],
    [["render", "--product", "sbs-2003-standrad"], "sbs-2003-standard"],
    [["render", "--product", "ias", "--os", "windows-server-203"], "windows-server-2003"],
    [["render", "--product", "ias", "--action", "test"], "Test"],
    [["render", "--product", "ias", "--action", "Resotre"], "Restore"],
    [["render", "--product", "ias", "--reboot", "ifneeded"], "IfNeeded"],
    [["render", "--product", "ias", "--reboot-exit-code", "301"], "3010"],
    [["render", "--product", "ias", "--newline", "CRLF"], "crlf"],
    [["render", "--product", "ias", "--backend", "reserved_ports"], "reserved-ports"],
    [["products", "--locale", "NL"], "nl"],
    [["sing", "a.ps1"], "sign"],
    [["verfiy", "a.ps1"], "verify"],
    [["sign", "a.ps1", "--hash", "SHA256"], "sha256"],
    [["sign", "a.ps1", "--hash", "sha-1"], "sha1"],
    [["sign", "a.ps1", "--sign-pxf", "a.pfx"], "--sign-pfx"],
    [["sign", "a.ps1", "--timestmap", "http://a"], "--timestamp"],
    [["verify", "a.ps1", "--integrity-olny"], "--integrity-only"],
  ])("%j: did you mean %s?", async (argv, meant) => {
    const { code, stdout, stderr } = await portkeep(argv);
    expect(stderr).toContain(` Did you mean ${meant}? `);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });

  test.each([
    [["frobnicate"]],
    [["render", "--product", "exchange"]],
    [["render", "--product", "sbs"]],
    [["render", "--product", "x".repeat(100_000)]],
    [["render", "--product", "ias", "--os", "linux"]],
    [["render", "--product", "ias", "--action", "1"]],
  ])("%j: nothing is near, so nothing is guessed", async (argv) => {
    expect((await portkeep(argv)).stderr).not.toContain("Did you mean");
  });
});

test("lists are not variadic: a word after an id is no second id", async () => {
  expect(await portkeep(["render", "--product", "ias", "l2tp"])).toMatchObject({ code: 2 });
});

test.each([
  ["render", "--product", "ias", "--os", ""],
  ["render", "--product", "ias", "--os="],
  ["render", "--product", "ias", "--os", " "],
  ["render", "--product", "ias", "--product", ""],
  ["render", "--product", "ias", "-o", ""],
  ["render", "--product", "ias", "--sign-pfx", ""],
  ["build", "sites.csv", "--timestamp", ""],
  ["init", "--site", "a", "--product", "ias", "--os", ""],
])(
  "an empty value, as a variable has that was never set, is not taken for none: %s %s %s %s %s",
  async (...argv) => {
    const { code, stdout } = await portkeep([...argv, "--json"]);
    expect([code, JSON.parse(stdout).error.code]).toEqual([2, "option-without-value"]);
  },
);

test("with --json, a wrong command line is told as JSON too", async () => {
  const { code, stdout } = await portkeep(["render", "--prodct", "ias", "--json"]);
  expect(code).toBe(2);
  const error = {
    code: "unknown-option",
    message: '"--prodct" is not an option here. Did you mean --product? Add --help to see them all.',
    facts: { option: "--prodct", similar: ["--product"] },
    place: null,
  };
  expect(JSON.parse(stdout)).toEqual({ schema: 1, error, errors: [error] });
});

test.each([["--sign-password", "canary-3b1c"], ["--sign-password=canary-3b1c"], ["--password=canary-3b1c"]])(
  "what may be a password is not told with an option that is none: %s",
  async (...words) => {
    const { code, stdout, stderr } = await portkeep(["sign", "a.ps1", ...words, "--json"]);
    expect(code).toBe(2);
    expect(JSON.parse(stdout).error.code).toBe("unknown-option");
    expect(stdout + stderr).not.toContain("canary");
  },
);
