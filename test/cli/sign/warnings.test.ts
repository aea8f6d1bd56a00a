import { chmodSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makePfx } from "../../signing/keys/pfx/pfx.ts";
import { issue, makeRoot } from "../../signing/pki.ts";
import { portkeep } from "../console.ts";
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

test("certificates that a PFX lacks may come from --sign-cert", async () => {
  const withoutIssuer = await makePfx({ ...signer, chainFile: signer.certificateFile }, "");
  const folder = folderToSign({ "signer.pfx": withoutIssuer });
  expect((await warningsOf(folder, ["--sign-pfx", "signer.pfx"])).warnings).toHaveLength(1);
  const options = ["--sign-pfx", "signer.pfx", "--sign-cert", "chain.pem"];
  expect(await warningsOf(folder, options)).toEqual({ code: 0, warnings: [] });
  expect(bytesOf(folder)).toEqual(await signedBy(signer));
});
