import { describe, expect, test } from "vitest";
import { issue } from "../../signing/pki.ts";
import { filesIn, portkeep, scriptOf } from "../console.ts";
import {
  fingerprint,
  folderToSign,
  intermediate,
  signedBy,
  signer,
  signers,
  unsigned,
  withKey,
} from "../signed.ts";

const { rsa2048, rsa3072 } = signers;
const signed = await signedBy(rsa2048);
const key = rsa2048;
const text = signed.toString("latin1");
const edited = (from: string, to: string) => Buffer.from(text.replace(from, to), "latin1");
const [expired, development] = await Promise.all([
  issue(intermediate, { name: "Expired", notAfter: new Date("2021-01-01"), key }),
  issue(intermediate, { name: "portkeep development certificate (not trusted)", key }),
]);
const other = { "key.pem": rsa3072.keyPem, "chain.pem": rsa3072.chainPem };

/** Packages a script, and gives the error, after making sure that nothing was written. */
async function refused(
  script: Uint8Array,
  { options = [] as string[], files = {}, name = "reserve.ps1" } = {},
) {
  const folder = folderToSign({ [name]: script, ...files });
  const before = filesIn(folder);
  const { code, stdout } = await portkeep(
    ["package", name, "--for", "configmgr", "--json", ...options],
    folder,
  );
  expect(code).toBe(2);
  expect(filesIn(folder)).toEqual(before);
  return JSON.parse(stdout).error;
}

describe("a script is refused that", () => {
  test.each([
    [
      "has a changed logic part",
      edited("Stop-Run 87", "Stop-Run 88"),
      "package-not-as-rendered",
      ["logic-unknown"],
    ],
    [
      "has edited settings",
      edited("Reboot = 'Never'", "Reboot = 'IfNeeded'"),
      "package-not-as-rendered",
      ["settings-differ"],
    ],
    ["has a signature for another text", edited(" 956189", " 956188"), "package-not-as-rendered", undefined],
    ["has a signature that is not whole", signed.subarray(0, -300), "package-signature", ["block-damaged"]],
  ])("%s", async (_, script, code, findings) => {
    const error = await refused(script, { options: withKey });
    expect(error).toMatchObject({ code, place: { file: "reserve.ps1" } });
    if (findings) expect(error.facts.findings).toEqual(findings);
  });

  test("is as it was rendered, with the signature of another script", async () => {
    const block = text.slice(text.indexOf("\r\n# SIG # Begin"));
    const mixed = scriptOf({ products: ["l2tp"] }).toString("latin1") + block;
    const error = await refused(Buffer.from(mixed, "latin1"), { options: withKey });
    expect(error).toMatchObject({ code: "package-signature", facts: { findings: ["text-changed"] } });
  });

  test("was signed by a certificate that has ended", async () => {
    const error = await refused(await signedBy(expired), { options: withKey });
    expect(error).toMatchObject({ code: "package-signature", facts: { findings: ["chain"] } });
  });

  test("was signed for a try, unless that is allowed", async () => {
    const script = await signedBy(development);
    expect(await refused(script)).toMatchObject({ code: "development-certificate" });
    const allowed = await refused(script, { options: ["--allow-development"] });
    expect(allowed).toMatchObject({ code: "package-needs-key" });
  });

  test("has a name that not every tool takes", async () => {
    expect(await refused(signed, { name: "a b.ps1" })).toMatchObject({
      code: "package-name",
      facts: { name: "a b" },
    });
  });
});

describe("of keys,", () => {
  test("none is too few for a bundle with more scripts in it", async () => {
    const error = await refused(signed);
    expect(error).toMatchObject({ code: "package-needs-key", place: { option: "--for configmgr" } });
    expect(error.message).toContain("--sign-pfx FILE");
  });

  test("another than the script's is refused", async () => {
    expect(await refused(signed, { options: withKey, files: other })).toMatchObject({
      code: "package-other-signer",
      facts: { wanted: fingerprint(signer), found: fingerprint(rsa3072) },
    });
  });

  test("one is too many for a script that is not signed", async () => {
    expect(await refused(unsigned, { options: withKey })).toMatchObject({ code: "package-script-unsigned" });
  });
});

describe("of a VBScript,", () => {
  const vbs = scriptOf({ products: ["sbs-2000"], format: "vbs" });
  const name = "reserve.vbs";

  test("a tool that has no place for it makes nothing, nor does another that has", async () => {
    const error = await refused(vbs, { name, options: ["--for", "raw"] });
    expect(error).toMatchObject({ code: "package-vbs", place: { option: "--for configmgr" } });
    expect(error.message).toContain("--for raw,gpo");
  });

  test("a key is refused, whatever the tool", async () => {
    const error = await refused(vbs, { name, options: withKey });
    expect(error).toMatchObject({ code: "vbs-not-signed", place: { file: name } });
  });

  test("one that was edited is refused", async () => {
    const other = Buffer.from(vbs.toString("latin1").replace("StopRun 87", "StopRun 88"), "latin1");
    const error = await refused(other, { name });
    expect(error).toMatchObject({ code: "package-not-as-rendered", facts: { findings: ["logic-unknown"] } });
  });

  test.each(["reserve ports.vbs", "r\u00e9serve.vbs", "reserve&ports.vbs"])(
    "one with the name %j, which not every tool takes, is refused",
    async (odd) => {
      const error = await refused(vbs, { name: odd });
      expect(error).toMatchObject({ code: "package-name", facts: { name: odd.replace(".vbs", "") } });
    },
  );
});

test("a tool that there is none of is told with what may have been meant", async () => {
  const { code, stderr } = await portkeep(["package", "script.ps1", "--for", "tactial"], folderToSign());
  expect(code).toBe(2);
  expect(stderr).toContain('--for: "tactial" is not possible here. Did you mean tactical?');
});

test("no tool at all is told", async () => {
  const { code, stdout } = await portkeep(["package", "script.ps1", "--json"], folderToSign());
  expect(code).toBe(2);
  expect(JSON.parse(stdout).error).toMatchObject({
    code: "option-missing",
    facts: { option: "--for <target>" },
  });
});
