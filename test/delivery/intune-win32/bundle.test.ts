import { expect, test } from "vitest";
import { intuneWin32 } from "../../../src/delivery/intune-win32/bundle.ts";
import { sharedHost } from "../../rig/shared.ts";
import { fileOf, recipeOf, textOf } from "../bundle.ts";
import { signedPackage, unsignedPackage } from "../package.ts";
import { unpackIntunewin } from "./unpack.ts";

await sharedHost("linux");

const sbs = { products: ["sbs-2003-standard"] };
const given = await signedPackage();
const bundle = await intuneWin32(given);

test("the package holds the script as it was given, and nothing else", async () => {
  const files = await unpackIntunewin(fileOf(bundle, "reserve-ports.intunewin"));
  expect([...files]).toEqual([["reserve-ports.ps1", Buffer.from(given.script)]]);
});

test("the script that detects is the one of the same choices, for Test, and ends with 0 where a restart is needed", () => {
  expect(recipeOf(fileOf(bundle, "detection.ps1"))).toEqual({
    ...recipeOf(given.script),
    action: "Test",
    rebootExitCode: 0,
  });
});

test("it is what the body for Graph holds", () => {
  const [rule] = JSON.parse(textOf(bundle, "app.json")).rules;
  expect(Buffer.from(rule.scriptContent, "base64")).toEqual(fileOf(bundle, "detection.ps1"));
});

test("the same script and key give the same bundle", async () => {
  expect(await intuneWin32(await signedPackage())).toEqual(bundle);
});

test("the README has every command and code that the body for Graph has", () => {
  const text = textOf(bundle, "README.md");
  const app = JSON.parse(textOf(bundle, "app.json"));
  expect(text).toContain(`\r\n    ${app.installCommandLine}\r\n`);
  expect(text).toContain(`\r\n    ${app.uninstallCommandLine}\r\n`);
  for (const { returnCode } of app.returnCodes) expect(text).toContain(`| Return code ${returnCode} |`);
});

test("a script that starts restarts is taken: Intune knows the code for it", async () => {
  const files = await intuneWin32(unsignedPackage({ ...sbs, reboot: "IfNeeded" }));
  expect(recipeOf(fileOf(files, "detection.ps1"))).toMatchObject({ reboot: "IfNeeded" });
});

test("a script that does not apply is refused", async () => {
  const refused = intuneWin32(unsignedPackage({ ...sbs, action: "Restore" }));
  await expect(refused).rejects.toMatchObject({ code: "package-action", facts: { action: "Restore" } });
});

test("a script that detects and is larger than Intune's service takes is refused", async () => {
  const large = { ...unsignedPackage(), variant: async () => new Uint8Array(100 * 1024 + 1) };
  await expect(intuneWin32(large)).rejects.toMatchObject({
    code: "package-too-large",
    facts: { bytes: 102_401, limit: 102_400 },
  });
});
