import { chmodSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makePfx } from "../../signing/keys/pfx/pfx.ts";
import { issue, makeRoot } from "../../signing/pki.ts";
import { portkeep, scriptOf } from "../console.ts";
import { bytesOf, folderToSign, intermediate, root, signedBy, signer, withKey } from "../signed.ts";

const pfx = await makePfx(signer, "");
const expiredIssuer = await issue(root, {
  name: "Expired Issuer",
  key: intermediate,
  ca: true,
  notAfter: new Date("2021-01-01"),
});
const underExpired = await issue(expiredIssuer, { name: "Under Expired", key: signer });
const sha1 = await issue(intermediate, { name: "Under SHA-1", key: signer, hash: "sha1" });
const alone = await makeRoot({ name: "Alone", key: signer, usage: "codeSigning", ca: false });

/** Signs a script, and gives what was said before the signature was told of, with the exit code. */
async function warningsOf(folder: string, options: readonly string[] = withKey) {
  const { code, stderr } = await portkeep(["sign", "script.ps1", ...options], folder);
  const [before = ""] = stderr.split(/^Signed by /m);
  return { code, warnings: before.split("\n").slice(0, -1) };
}

describe.skipIf(process.platform === "win32")("a key that others on this machine can read", () => {
  test.each([
    [0o600, false],
    [0o400, false],
    [0o620, false],
    [0o640, true],
    [0o604, true],
    [0o644, true],
  ])("mode %o: warned of is %s", async (mode, warned) => {
    const folder = folderToSign();
    chmodSync(join(folder, "key.pem"), mode);
    const sentence =
      "warning: key.pem holds a secret and can be read by other users of this machine. Take that right away: chmod 600.";
    expect(await warningsOf(folder)).toEqual({ code: 0, warnings: warned ? [sentence] : [] });
  });

  test("is warned of in a PFX too", async () => {
    const folder = folderToSign({ "signer.pfx": pfx });
    chmodSync(join(folder, "signer.pfx"), 0o644);
    const { warnings } = await warningsOf(folder, ["--sign-pfx", "signer.pfx"]);
    expect(warnings).toEqual([expect.stringMatching(/^warning: signer\.pfx holds a secret /)]);
  });

  test("a certificate that others can read is no reason to warn", async () => {
    const folder = folderToSign();
    chmodSync(join(folder, "chain.pem"), 0o644);
    expect(await warningsOf(folder)).toEqual({ code: 0, warnings: [] });
  });

  test("is warned of in Dutch", async () => {
    const folder = folderToSign();
    chmodSync(join(folder, "key.pem"), 0o644);
    const { stderr } = await portkeep(["sign", "script.ps1", ...withKey, "--locale", "nl"], folder);
    expect(stderr).toMatch(/^waarschuwing: key\.pem bevat een geheim /);
  });
});

describe("what may keep others from trusting the signature is told", () => {
  test.each<[string, string, string[]]>([
    ["nothing of a whole chain", signer.chainPem, []],
    ["nothing of a chain with its root", signer.chainPem + root.certificatePem, []],
    [
      "a missing issuer",
      signer.certificatePem,
      [
        'warning: only the signer\'s own certificate is there, and none of "CN=Test Intermediate", which issued it. If that is not a root that Windows trusts, add the certificates between the two.',
      ],
    ],
    [
      "an issuer that has expired",
      underExpired.certificatePem + expiredIssuer.certificatePem,
      [
        'warning: the certificate of "CN=Expired Issuer", above the signer\'s, has not been valid since 2021-01-01T00:00:00.000Z.',
      ],
    ],
    [
      "a certificate that is signed with SHA-1",
      sha1.chainPem,
      [
        'warning: the certificate of "CN=Under SHA-1" is signed with SHA-1, which nothing but Windows Server 2003 needs.',
      ],
    ],
    ["nothing of a certificate that signs itself", alone.certificatePem, []],
  ])("%s", async (_, chain, wanted) => {
    expect(await warningsOf(folderToSign({ "chain.pem": chain }))).toEqual({ code: 0, warnings: wanted });
  });

  test("of a signing command's certificates too", async () => {
    const folder = folderToSign({ "chain.pem": signer.certificatePem });
    const command = `openssl dgst -sha256 -sign "${join(folder, "key.pem")}" {message}`;
    const options = ["--sign-command", command, "--sign-cert", "chain.pem"];
    const { code, warnings } = await warningsOf(folder, options);
    expect(warnings).toEqual([expect.stringMatching(/^warning: only the signer's own certificate is there/)]);
    expect(code).toBe(0);
  });
});

describe("a script for Windows Server 2003", () => {
  const script = scriptOf({ products: ["sbs-2003-standard"] });
  const sentence = /^(?:warning|waarschuwing): .* SHA-1,.*AllSigned.*--hash sha1/m;

  /** Signs a script as the options say, and counts how often it is said that the server cannot read that. */
  async function warned(content: Uint8Array | string, ...options: string[]): Promise<number> {
    const folder = folderToSign({ "script.ps1": content });
    const { code, stderr } = await portkeep(["sign", "script.ps1", ...options], folder);
    expect(code).toBe(0);
    return stderr.split("\n").filter((line) => sentence.test(line)).length;
  }

  test.each([
    ["SHA-256", [], 1],
    ["SHA-384", ["--hash", "sha384"], 1],
    ["SHA-256, in Dutch", ["--locale", "nl"], 1],
    ["SHA-1, which it reads", ["--hash", "sha1"], 0],
  ])("signed with %s: that it cannot be read there is said %d", async (_, options, count) => {
    expect(await warned(script, ...withKey, ...options)).toBe(count);
  });

  test("is called by its name", async () => {
    const { stderr } = await portkeep(
      ["sign", "script.ps1", ...withKey],
      folderToSign({ "script.ps1": script }),
    );
    expect(stderr).toContain("Windows Small Business Server 2003 Standard Edition reads no signature");
  });

  test("signed for a try alone, no more is said than that nobody trusts that", async () => {
    expect(await warned(script, "--sign-development")).toBe(0);
  });

  test.each([
    ["another system", scriptOf({ products: ["ias"], os: "windows-server-2022" })],
    ["no named system", scriptOf({ products: ["ias"] })],
    ["portkeep's no more", Buffer.from(script.toString().replace('"os":', '"oss":'))],
    ["somebody else", "'hello'\r\n"],
  ])("is told from one for or of %s", async (_, other) => {
    expect(await warned(other, ...withKey)).toBe(0);
  });

  test("is warned of by render too, whose commands ask for no signature then", async () => {
    const argv = ["render", "--product", "sbs-2003-standard", "-o", "new.ps1", ...withKey];
    const { stderr } = await portkeep(argv, folderToSign());
    expect(stderr.match(new RegExp(sentence, "gm"))).toHaveLength(1);
    expect(stderr).toContain("-ExecutionPolicy Bypass -File new.ps1");
    const sha1 = await portkeep([...argv, "--hash", "sha1"], folderToSign());
    expect(sha1.stderr).not.toMatch(sentence);
    expect(sha1.stderr).toContain("-ExecutionPolicy AllSigned -File new.ps1");
  });
});

test("certificates that a PFX lacks may come from --sign-cert", async () => {
  const withoutIssuer = await makePfx({ ...signer, chainFile: signer.certificateFile }, "");
  const folder = folderToSign({ "signer.pfx": withoutIssuer });
  expect((await warningsOf(folder, ["--sign-pfx", "signer.pfx"])).warnings).toHaveLength(1);
  const options = ["--sign-pfx", "signer.pfx", "--sign-cert", "chain.pem"];
  expect(await warningsOf(folder, options)).toEqual({ code: 0, warnings: [] });
  expect(bytesOf(folder)).toEqual(await signedBy(signer));
});
