import { expect, test } from "vitest";
import { freshMachine } from "./machine.ts";
import { runUnchanged } from "./run.ts";

const onWindows = process.platform === "win32";

// Wine's event log gives no entries, so elsewhere events.test.ts has a stand-in for it.
test.runIf(onWindows)("on Windows the real event logs can be read", async () => {
  await freshMachine();
  const { result } = await runUnchanged("-Action Report");
  expect(result.findings.join()).not.toContain("Unseen");
});
