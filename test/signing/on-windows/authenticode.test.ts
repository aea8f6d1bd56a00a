import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scriptSigner } from "../../../src/signing/authenticode/sign.ts";
import { type Issued, issue, makeRoot } from "../certificates.ts";
import { nodeSigner } from "../node-signer.ts";

// Windows' own judge, which nothing else has. Elsewhere these tests are skipped by name.
const onWindows = process.platform === "win32";
const engine = `${process.env.PORTKEEP_ENGINE ?? "powershell"}.exe`;
const folder = mkdtempSync(join(tmpdir(), "portkeep-windows-"));

/** Runs a piece of PowerShell, and gives what it prints. */
async function powershell(code: string, policy = "Bypass"): Promise<string> {
  const given = ["-NoProfile", "-NonInteractive", "-ExecutionPolicy", policy, "-Command", code];
  const { stdout } = await execa(engine, given);
  return stdout.trim();
}

/** Adds a certificate to a store of this machine, or takes it away again. */
async function change(store: string, { certificateFile }: Issued, method: "Add" | "Remove"): Promise<void> {
  await powershell(`
    $store = New-Object System.Security.Cryptography.X509Certificates.X509Store '${store}', 'LocalMachine'
    $store.Open('ReadWrite')
    $store.${method}((New-Object System.Security.Cryptography.X509Certificates.X509Certificate2 '${certificateFile}'))
    $store.Close()`);
}

describe.runIf(onWindows)("Windows itself", () => {
  let root: Issued;
  let signers: Record<"rsa" | "ecdsa", Issued>;
  const text = "Write-Output 'it ran'";

  beforeAll(async () => {
    root = await makeRoot({ name: "portkeep test root", key: "rsa2048", folder });
    const rsa = await issue(root, { name: "portkeep test signer", key: "rsa2048", folder });
    const ecdsa = await issue(root, { name: "portkeep test signer ECDSA", key: "p256", folder });
    signers = { rsa, ecdsa };
    await change("Root", root, "Add");
    for (const signer of [rsa, ecdsa]) await change("TrustedPublisher", signer, "Add");
  });

  afterAll(async () => {
    for (const signer of Object.values(signers)) await change("TrustedPublisher", signer, "Remove");
    await change("Root", root, "Remove");
    rmSync(folder, { recursive: true, force: true });
  });

  async function signed(script: Buffer, key: "rsa" | "ecdsa" = "rsa"): Promise<Buffer> {
    return scriptSigner(nodeSigner(signers[key]), { hash: "sha256" })(script);
  }

  async function statusOf(script: Uint8Array): Promise<string> {
    const file = join(folder, "script.ps1");
    writeFileSync(file, script);
    return powershell(`(Get-AuthenticodeSignature -LiteralPath '${file}').Status`);
  }

  const crlf = Buffer.from(`${text}\r\n`);
  test.each([
    ["in ASCII", crlf, "rsa"],
    ["by ECDSA", crlf, "ecdsa"],
    ["in UTF-8 with a byte order mark", Buffer.from(`\ufeff${text} # caf\u00e9\r\n`), "rsa"],
    ["in UTF-16 with a byte order mark", Buffer.from(`\ufeff${text} # caf\u00e9\r\n`, "utf16le"), "rsa"],
    ["with LF, its signature too", Buffer.from(`${text}\n`), "rsa"],
  ] as const)("takes our signature for good: %s", async (_, script, key) => {
    expect(await statusOf(await signed(script, key))).toBe("Valid");
  });

  test("takes it for good without the last line end, as some tools leave it", async () => {
    expect(await statusOf((await signed(crlf)).subarray(0, -2))).toBe("Valid");
  });

  test("sees a change", async () => {
    const changed = (await signed(crlf)).toString().replace("it ran", "it RAN");
    expect(await statusOf(Buffer.from(changed))).toBe("HashMismatch");
  });

  test.each(["\r\n", "\n"])("runs it where every script has to be signed, line ends %j", async (newline) => {
    const file = join(folder, "run.ps1");
    writeFileSync(file, await signed(Buffer.from(text + newline)));
    const given = ["-NoProfile", "-NonInteractive", "-ExecutionPolicy", "AllSigned", "-File", file];
    const { stdout, exitCode } = await execa(engine, given);
    expect([stdout.trim(), exitCode]).toEqual(["it ran", 0]);
  });
});
