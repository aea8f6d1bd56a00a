import { describe, expect, test } from "vitest";
import { portkeep } from "../console.ts";

describe.each(["bash", "zsh", "fish", "powershell"])("%s", (shell) => {
  test("gets a script, and nothing else is said", async () => {
    const { code, stdout, stderr } = await portkeep(["completion", shell]);
    expect(stdout).toContain(`completion ${shell} --locale en --answer`);
    expect(stdout).toMatch(/^[\t\n\x20-\x7e]*[^\n]\n$/);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  test("gets the same script as JSON", async () => {
    const { stdout: script } = await portkeep(["completion", shell]);
    const { stdout } = await portkeep(["completion", shell, "--json"]);
    expect(JSON.parse(stdout)).toEqual({ schema: 1, command: "completion", shell, script: script.trimEnd() });
  });

  test("asks in Dutch where the script was asked for in Dutch", async () => {
    const { stdout } = await portkeep(["completion", shell, "--locale", "nl"]);
    expect(stdout).toContain(`completion ${shell} --locale nl --answer`);
    expect(stdout).not.toContain("--locale en");
  });

  test("finds how to have it, now and for good, in the help", async () => {
    const { stdout } = await portkeep(["completion", "--help"]);
    expect(stdout.match(new RegExp(`portkeep completion ${shell}\\b`, "g"))?.length).toBeGreaterThanOrEqual(
      2,
    );
  });
});

test("an unknown shell is refused, with those that there are", async () => {
  const { code, stderr } = await portkeep(["completion", "zhs"]);
  expect(stderr).toContain("Choose from bash, zsh, fish or powershell.");
  expect(code).toBe(2);
});

test("without a shell it says what is missing", async () => {
  expect(await portkeep(["completion", "--json"])).toMatchObject({
    code: 2,
    stdout: expect.stringContaining('"argument-missing"'),
  });
});

test("the help does not show how a shell asks", async () => {
  expect((await portkeep(["completion", "--help"])).stdout).not.toContain("--answer");
});
