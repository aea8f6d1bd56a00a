import { beforeAll, describe, expect, it } from "vitest";
import { freshMachine } from "./machine.ts";
import { runUnchanged } from "./run.ts";

const refused = { state: "failed", exitCode: 87 };

beforeAll(() => freshMachine([]));

describe("a bad parameter ends with 87", () => {
  it.each([
    ["an unknown action", ["-Action", "Remove"]],
    ["an action that is only a part of one", ["-Action", "App"]],
    ["two actions", ["-Action", "Apply,Test"]],
    ["an empty action", ["-Action", ""]],
    ["a blank action", ["-Action", " "]],
    ["an unknown name", ["-Frobnicate"]],
    ["an unknown name with a value", ["-Frobnicate", "yes"]],
    ["an unknown name with a colon", ["-Frobnicate:yes"]],
    ["a stray value", ["Test"]],
    ["a stray value after others", ["-Action", "Test", "x"]],
    ["the name of the catch-all", ["-Unknown", "x"]],
    ["an unknown way to restart", ["-Reboot", "Always"]],
    ["yes as a way to restart", ["-Reboot", "True"]],
    ["a negative delay", ["-RebootDelaySeconds:-5"]],
    ["a fraction", ["-RebootDelaySeconds", "1.5"]],
    ["a word as delay", ["-RebootDelaySeconds", "soon"]],
    ["a delay too long", ["-RebootDelaySeconds", "601"]],
    ["a delay as its limits are told", ["-RebootDelaySeconds", "0-600"]],
    ["a delay with more behind it", ["-RebootDelaySeconds", "60 -f"]],
    ["a delay with a line behind it", ["-RebootDelaySeconds", "60\n"]],
    ["a delay in other digits", ["-RebootDelaySeconds", "\u0666\u0660"]],
    ["no delay", ["-RebootDelaySeconds", ""]],
    ["another code", ["-RebootExitCode", "1641"]],
    ["a word as code", ["-RebootExitCode", "none"]],
    ["an unknown way to restart DNS", ["-RestartDns", "Always"]],
  ])("%s", async (_, args) => {
    expect((await runUnchanged(args)).result).toMatchObject(refused);
  });

  it("whatever it holds", async () => {
    const args = ["-Action", `\u0001"'\\{0}$(1)\u212a\ud83d\ude00${"x".repeat(5000)}`];
    expect((await runUnchanged(args)).result).toMatchObject(refused);
  });
});

describe("a bad variable ends with 87", () => {
  it.each([
    ["PORTKEEP_ACTION", "Remove"],
    ["PORTKEEP_REBOOT", "Always"],
    ["PORTKEEP_REBOOTDELAYSECONDS", "soon"],
    ["PORTKEEP_REBOOTEXITCODE", "1"],
    ["PORTKEEP_RESTARTDNS", "Always"],
  ])("%s", async (name, value) => {
    const { result } = await runUnchanged("", { environment: { [name]: value } });
    expect(result).toMatchObject(refused);
    expect(result.environment).toContain(name);
    expect(result.message).toContain(name);
  });
});

it("a bad parameter counts before the wrong Windows, and with every action", async () => {
  for (const action of ["Apply", "Test", "Restore"]) {
    expect((await runUnchanged(`-Action ${action} -Reboot x`)).result).toMatchObject({ ...refused, action });
  }
});
