import { expect, test } from "vitest";
import { intuneMachines } from "../../src/delivery/intune.ts";
import { unsignedPackage } from "./package.ts";

test.each([
  ["sbs-2003-standard", "Windows Small Business Server 2003 Standard Edition"],
  ["windows-server-2012-r2", "Windows Server 2012 R2"],
])("a script for %s is told to be for no machine of Intune's", (os, name) => {
  expect(intuneMachines(unsignedPackage({ ports: ["5000"], os }))).toContain(
    `made for ${name}, which Intune does not manage`,
  );
});

test.each(["windows-server-2016", "windows-server-2025", null])("a script for %s is not", (os) => {
  expect(intuneMachines(unsignedPackage({ ports: ["5000"], os }))).not.toContain("made for");
});
