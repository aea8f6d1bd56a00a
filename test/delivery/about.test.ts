import { expect, test } from "vitest";
import { aboutPackage } from "../../src/delivery/about.ts";
import { signedPackage, unsignedPackage } from "./package.ts";

test("the publisher is the common name of the signer, or portkeep where there is none", async () => {
  expect(aboutPackage(await signedPackage()).publisher).toBe("Test Signer rsa2048");
  expect(aboutPackage(unsignedPackage()).publisher).toBe("portkeep");
});

test("the title names the script, so that several are told apart in a list", () => {
  expect(aboutPackage(unsignedPackage()).title).toBe("Reserve UDP ports (reserve-ports)");
});

test("the description tells each range with who needs it and why, and what made the script", () => {
  const given = unsignedPackage({ products: ["ias"], ports: ["5000-5010=Backup agent"] });
  const [first, ...others] = aboutPackage(given).description.split("\n");
  expect(first).toMatch(/^Reserves UDP ports .* \(KB 956189\):$/);
  expect(others).toEqual([
    "- 1645-1646 IAS (KB 956189)",
    "- 1812-1813 IAS (KB 956189)",
    "- 5000-5010 Backup agent (own choice)",
    `portkeep 1.2.3, settings ${given.settingsId}`,
  ]);
});
