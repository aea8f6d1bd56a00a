import { describe, expect, it } from "vitest";
import { runScript } from "./run.ts";

describe.each(["linux", "windows"] as const)("a script on %s", (on) => {
  it("ends with the code it exits with", async () => {
    const { exitCode, stdout, stderr } = await runScript("'out'; exit 7", { on });
    expect({ exitCode, stdout: stdout.trim(), stderr }).toEqual({ exitCode: 7, stdout: "out", stderr: "" });
  });
});
