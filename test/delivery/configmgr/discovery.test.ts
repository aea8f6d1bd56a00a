import { describe, expect, test } from "vitest";
import { configmgr } from "../../../src/delivery/configmgr/bundle.ts";
import { runScript } from "../../rig/run.ts";
import { freshMachine, readList } from "../../script/machine.ts";
import { wanted } from "../../script/script.ts";
import { fileOf } from "../bundle.ts";
import { signedPackage, unsignedPackage } from "../package.ts";

const bundle = await configmgr(await signedPackage());
const script = fileOf(bundle, "reserve-ports-discovery.ps1");

/** What Configuration Manager makes of a discovery script: each line is an instance, and every code but 0 an error. */
async function evaluate() {
  const { exitCode, stdout } = await runScript(script);
  return exitCode === 0 ? stdout.split(/\r?\n/).filter(Boolean).length : "error";
}

test("where the ports are reserved, the rule finds something, also where a restart is still to come", async () => {
  await freshMachine();
  await runScript(script, { arguments: ["-Action", "Apply"] });
  expect(await readList()).toEqual(wanted);
  expect(await evaluate()).toBeGreaterThan(0);
});

test("where ports are missing, there is an error, and nothing changes", async () => {
  await freshMachine(["3343-3343"]);
  expect(await evaluate()).toBe("error");
  expect(await readList()).toEqual(["3343-3343"]);
});

describe("refused are scripts that", () => {
  test.each([
    ["do something else than apply", { action: "Report" }, "package-action"],
    ["restart the machine, which a Run Script must not do", { reboot: "IfNeeded" }, "package-restart"],
  ] as const)("%s", async (_, choice, code) => {
    await expect(configmgr(unsignedPackage({ products: ["ias"], ...choice }))).rejects.toMatchObject({
      code,
    });
  });
});
