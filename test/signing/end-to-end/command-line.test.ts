import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, describe, expect, test } from "vitest";
import { sharedHost } from "../../rig/shared.ts";
import { makeToken } from "../external/token.ts";
import { makePfx } from "../keys/pfx/pfx.ts";
import { verifyByDotnet } from "../oracles/dotnet.ts";
import { verifyByOsslsigncode } from "../oracles/osslsigncode.ts";
import { pki } from "../pki.ts";
import { localAuthority, signs } from "../timestamp/local-authority.ts";
import { installTools } from "../tools.ts";
import { openShell, processesOf } from "./shell.ts";

await Promise.all([installTools(), sharedHost("linux")]);
const { root, signers, timestampAuthority, timestampRoot } = await pki();
const shell = await openShell();
afterAll(() => shell.close());

const password = "correct horse \u00fc";
const token = await makeToken(shell.folder(), [signers.rsa2048, signers.p256]);
const unsigned = await shell.type("portkeep render --product sbs-2003-standard -o -", shell.folder());
const page = readFileSync(join(import.meta.dirname, "../../../docs/signing-commands.md"), "utf8");
const [, coProcess = ""] = /```js\n(.*?)```/s.exec(page) ?? [];

interface Row {
  title: string;
  kind: keyof typeof signers;
  line: string;
  /** The options of openssl that make a PFX. */
  pfx?: string[];
  env?: Record<string, string>;
  input?: string;
}

const stamped = "--timestamp URL --timestamp-root timestamp-root.pem";
const byCommand = (command: string) =>
  `portkeep sign script.ps1 --sign-cert chain.pem --sign-command '${command}'`;
const openssl = "openssl pkeyutl -sign -inkey key.pem -in {hash} -pkeyopt digest:{hash-name}";
const pkcs11 =
  "pkcs11-tool --module /usr/lib/softhsm/libsofthsm2.so --token-label release --login --pin env:HSM_PIN --sign";
const osslsigncode =
  "osslsigncode sign -certs chain.pem -key key.pem -h {hash-name} -ts URL -in {file} -out {out}";

const rows: Row[] = [
  { title: "an RSA key by openssl", kind: "rsa2048", line: `${byCommand(openssl)} ${stamped}` },
  { title: "an ECDSA key by openssl", kind: "p256", line: `${byCommand(openssl)} ${stamped}` },
  { title: "osslsigncode, which asks for the timestamp", kind: "rsa2048", line: byCommand(osslsigncode) },
  {
    title: "an RSA key in a token",
    kind: "rsa2048",
    line: `${byCommand(`${pkcs11} --mechanism RSA-PKCS --id 01 --input-file {digest-info} --output-file {out}`)} ${stamped}`,
    env: token.env,
  },
  {
    title: "an ECDSA key in a token",
    kind: "p256",
    line: `${byCommand(`${pkcs11} --mechanism ECDSA --id 02 --input-file {hash} --output-file {out}`)} ${stamped}`,
    env: token.env,
  },
  { title: "a program that stays", kind: "p384", line: `${byCommand("node signer.mjs")} ${stamped}` },
  {
    title: "a key file",
    kind: "rsa3072",
    line: `portkeep sign script.ps1 --sign-key key.pem --sign-cert chain.pem ${stamped}`,
  },
  {
    title: "a PFX of OpenSSL 3, its password in a file",
    kind: "rsa4096",
    line: `portkeep sign script.ps1 --sign-pfx signer.pfx --sign-password-file password ${stamped}`,
    pfx: [],
  },
  {
    title: "a PFX of OpenSSL before 3, its password in a variable",
    kind: "rsa2048",
    line: `portkeep sign script.ps1 --sign-pfx signer.pfx --sign-password-env PFX_PASSWORD ${stamped}`,
    pfx: ["-legacy"],
    env: { PFX_PASSWORD: password },
  },
  {
    title: "a PFX as Windows wrote it, its password through a pipe",
    kind: "p256",
    line: `portkeep sign script.ps1 --sign-pfx signer.pfx --sign-password-file - ${stamped}`,
    pfx: ["-certpbe", "PBE-SHA1-3DES", "-keypbe", "PBE-SHA1-3DES", "-macalg", "sha1", "-LMK"],
    input: `${password}\n`,
  },
  {
    title: "a PFX in one go with the rendering",
    kind: "p384",
    line: `portkeep render --product sbs-2003-standard -o script.ps1 --sign-pfx signer.pfx --sign-password-file password --hash sha384 ${stamped}`,
    pfx: [],
  },
];

/** Makes a folder with the files that the lines name. */
async function workplace({ kind, pfx }: Row): Promise<string> {
  const folder = shell.folder();
  const signer = signers[kind];
  const copies = {
    "key.pem": signer.keyFile,
    "chain.pem": signer.chainFile,
    "root.pem": root.certificateFile,
    "timestamp-root.pem": timestampRoot.certificateFile,
  };
  for (const [name, file] of Object.entries(copies)) copyFileSync(file, join(folder, name));
  writeFileSync(join(folder, "script.ps1"), unsigned.stdout);
  writeFileSync(join(folder, "signer.mjs"), coProcess);
  writeFileSync(join(folder, "password"), password, { mode: 0o600 });
  if (pfx) writeFileSync(join(folder, "signer.pfx"), await makePfx(signer, password, pfx));
  return folder;
}

describe.each(rows)("$title", (row) => {
  test("signs, to the satisfaction of all judges, and leaves nothing behind", async () => {
    const { url } = await localAuthority(signs(timestampAuthority));
    const folder = await workplace(row);
    const files = readdirSync(folder, { recursive: true });

    const typed = await shell.type(row.line.replace("URL", url), folder, row);
    expect(typed).toMatchObject({ exitCode: 0, stderr: expect.stringContaining(`Test Signer ${row.kind}`) });
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(files.sort());
    expect(processesOf(folder)).toEqual([]);

    const script = readFileSync(join(folder, "script.ps1"));
    expect(script.toString("latin1").startsWith(`${unsigned.stdout}\r\n# SIG # Begin`)).toBe(true);
    const { ok, output } = await verifyByOsslsigncode(script, { root, timestampRoot });
    expect([ok, output]).toEqual([true, expect.stringContaining("Timestamp verified using")]);
    expect(await verifyByDotnet(script, { root, timestampRoot })).toMatchObject({
      problems: [],
      signers: [
        {
          subject: `CN=Test Signer ${row.kind}`,
          timestamps: [{ kind: "rfc3161", signer: "CN=Test Timestamp Authority" }],
        },
      ],
    });
    const verified = await shell.type(
      "portkeep verify script.ps1 --root root.pem --timestamp-root timestamp-root.pem",
      folder,
    );
    expect(verified).toMatchObject({ exitCode: 0, stderr: "" });
  });
});

test("what cannot sign leaves the script as it was, and nothing behind", async () => {
  const folder = await workplace({ title: "", kind: "rsa2048", line: "" });
  const files = readdirSync(folder, { recursive: true });
  const typed = await shell.type(
    byCommand(`${pkcs11} --id 01 --output-file {out} --input-file {hash}`),
    folder,
    {
      env: { ...token.env, HSM_PIN: "wrong pin" },
    },
  );
  expect(typed).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.not.stringContaining("wrong pin") });
  expect(readFileSync(join(folder, "script.ps1"), "latin1")).toBe(unsigned.stdout);
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(files.sort());
  expect(processesOf(folder)).toEqual([]);
});

test("a process that was left behind would be seen", async () => {
  const folder = shell.folder();
  const left = execa("sleep", ["60"], { env: { TMPDIR: folder }, reject: false });
  expect(processesOf(folder)).toEqual([String(left.pid)]);
  left.kill();
  await left;
  expect(processesOf(folder)).toEqual([]);
});
