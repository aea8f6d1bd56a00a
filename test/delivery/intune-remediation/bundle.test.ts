import { describe, expect, test } from "vitest";
import { intuneRemediation } from "../../../src/delivery/intune-remediation/bundle.ts";
import { decodeScript } from "../../../src/script/decode.ts";
import { fileOf, recipeOf, textOf } from "../bundle.ts";
import { signedPackage, unsignedPackage } from "../package.ts";

const sbs = { products: ["sbs-2003-standard"] };
const bundle = await intuneRemediation(await signedPackage());

test("it holds both scripts, the body for Graph, and how to use them", () => {
  expect(bundle.map(({ path }) => path)).toEqual(
    expect.arrayContaining(["detection.ps1", "remediation.ps1", "remediation.json", "README.md"]),
  );
});

describe.each([
  ["detection", "Test"],
  ["remediation", "Apply"],
] as const)("%s.ps1", (name, action) => {
  const script = fileOf(bundle, `${name}.ps1`);

  test("is plain ASCII without a mark, as the signature check wants it", () => {
    expect(decodeScript(script).encoding).toBe("ascii");
  });

  test(`is the script of the same choices, for ${action}, and ends with 0 where a restart is needed`, async () => {
    expect(recipeOf(script)).toEqual({
      ...recipeOf((await signedPackage()).script),
      action,
      rebootExitCode: 0,
    });
  });

  test("is what the body for Graph holds", () => {
    const body = JSON.parse(textOf(bundle, "remediation.json"));
    expect(Buffer.from(body[`${name}ScriptContent`], "base64")).toEqual(script);
    expect(body.enforceSignatureCheck).toBe(true);
  });
});

test("the same script and key give the same bundle", async () => {
  expect(await intuneRemediation(await signedPackage())).toEqual(bundle);
});

test("of a script that is not signed, the signature is not checked, and the README warns", async () => {
  const unsigned = await intuneRemediation(unsignedPackage());
  expect(JSON.parse(textOf(unsigned, "remediation.json")).enforceSignatureCheck).toBe(false);
  expect(textOf(unsigned, "README.md")).toContain("not signed");
  expect(textOf(bundle, "README.md")).not.toContain("not signed");
});

test("the README has lines ended by CRLF, since Notepad of Server 2016 knows no other", () => {
  expect(textOf(bundle, "README.md").replaceAll("\r\n", "")).not.toContain("\n");
});

test.each(["Test", "Report", "Restore"] as const)("a script for %s is refused", async (action) => {
  const refused = intuneRemediation(unsignedPackage({ ...sbs, action }));
  await expect(refused).rejects.toMatchObject({
    code: "package-action",
    facts: { tool: "an Intune remediation", action },
  });
});

test("a script that starts restarts is refused, since Intune forbids it", async () => {
  const refused = intuneRemediation(unsignedPackage({ ...sbs, reboot: "IfNeeded" }));
  await expect(refused).rejects.toMatchObject({
    code: "package-restart",
    facts: { tool: "an Intune remediation" },
  });
});

test("a script larger than Intune takes is refused", async () => {
  const given = { ...unsignedPackage(), variant: async () => new Uint8Array(200 * 1024 + 1) };
  await expect(intuneRemediation(given)).rejects.toMatchObject({
    code: "package-too-large",
    facts: { bytes: 204_801, limit: 204_800 },
  });
});
