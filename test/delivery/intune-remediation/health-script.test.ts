import { expect, test } from "vitest";
import { aboutPackage } from "../../../src/delivery/about.ts";
import { healthScript } from "../../../src/delivery/intune-remediation/health-script.ts";
import { expectGraphType } from "../graph.ts";
import { unsignedPackage } from "../package.ts";

const scripts = { detection: Buffer.from("'detect'\r\n"), remediation: Buffer.from("'remedy'\r\n") };
const about = aboutPackage(unsignedPackage());

test("it has the properties that Graph documents", () => {
  expectGraphType(healthScript(about, scripts, true), "deviceHealthScript");
});

test("it holds both scripts, byte by byte", () => {
  const { detectionScriptContent, remediationScriptContent } = healthScript(about, scripts, true);
  expect(Buffer.from(detectionScriptContent, "base64")).toEqual(scripts.detection);
  expect(Buffer.from(remediationScriptContent, "base64")).toEqual(scripts.remediation);
});

test.each([true, false])("it has the signature checked where there is one: %s", (isSigned) => {
  expect(healthScript(about, scripts, isSigned).enforceSignatureCheck).toBe(isSigned);
});

test("it runs as the system, in the 64-bit PowerShell", () => {
  expect(healthScript(about, scripts, true)).toMatchObject({ runAsAccount: "system", runAs32Bit: false });
});
