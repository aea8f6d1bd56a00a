import fc from "fast-check";
import { expect, test } from "vitest";
import type { Choice } from "../../src/plan/choice.ts";
import { fileName } from "../../src/plan/file-name.ts";
import { makePlan } from "../../src/plan/plan.ts";
import { choices } from "./choices.ts";

const id = "0123456789abcdef".repeat(4);

test.each<[Choice, string]>([
  [{ products: ["ias"] }, "portkeep-ias-01234567.ps1"],
  [
    { products: ["l2tp", "ias"], os: "windows-server-2003" },
    "portkeep-windows-server-2003-ias-l2tp-01234567.ps1",
  ],
  [{ products: ["all"] }, "portkeep-sbs-2003-premium-7-products-01234567.ps1"],
  [{ products: ["ias"], action: "Restore" }, "portkeep-restore-ias-01234567.ps1"],
  [{ products: ["ias"], action: "Test" }, "portkeep-test-ias-01234567.ps1"],
  [{ ports: ["5000"] }, "portkeep-port-5000-5000-01234567.ps1"],
  [{ ports: ["5000-5010=A (b)/c"] }, "portkeep-port-5000-5010-01234567.ps1"],
  [{ ports: ["5000", "6000", "7000"] }, "portkeep-3-own-ranges-01234567.ps1"],
])("%j is in %s", (choice, name) => {
  expect(fileName(makePlan(choice), id)).toBe(name);
});

test("every name suits Windows, Linux and a command line without quotes", () => {
  fc.assert(
    fc.property(choices, (choice) => {
      const name = fileName(makePlan(choice), id);
      expect(name).toMatch(/^portkeep(-[a-z0-9]+)+\.ps1$/);
      expect(name.length).toBeLessThan(100);
    }),
  );
});
