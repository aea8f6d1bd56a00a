import { createHash, verify, X509Certificate } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import type { SignCommand } from "../../../src/signing/external/command.ts";
import { type HashSignerOptions, hashSigner } from "../../../src/signing/external/hash-signer.ts";
import type { HashSigner } from "../../../src/signing/hash-signer.ts";
import { type Issued, pki } from "../pki.ts";
import { pinOf } from "./co-process-signer.ts";
import { hang, isRunning, nodeCommand, pidIn, tellPid } from "./programs.ts";

const { signers } = await pki();
const folder = mkdtempSync(join(tmpdir(), "portkeep-hash-signer-"));
const pidFile = join(folder, "pid");
const message = Buffer.from("the signed attributes");
let signer: HashSigner;

afterEach(async () => {
  vi.unstubAllEnvs();
  await signer.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(command: SignCommand<"hash">, options: Partial<HashSignerOptions> = {}): HashSigner {
  signer = hashSigner({ command, env: process.env, pin: pinOf(signers.p256), retries: [], ...options });
  return signer;
}

const sign = () => signer.sign(message, "sha256");

/** JavaScript that signs `{message}`, its first argument, with a key and writes as `form` says. */
const signing = ({ keyFile }: Issued, form: string) => `
  const { sign } = require("crypto"), { readFileSync, writeFileSync } = require("fs");
  const [input, out] = process.argv.slice(1);
  const signature = sign("sha256", readFileSync(input), readFileSync(${JSON.stringify(keyFile)}));
  ${form}`;

describe("a command is given", () => {
  const digest = createHash("sha256").update(message).digest();
  /** Gives the text or the file that a placeholder stands for, as hex. */
  const given = async (placeholder: string, code = "readFileSync(process.argv[1]).toString('hex')") => {
    const text = `console.error(require("fs").${code}); process.exitCode = 1;`;
    start(nodeCommand("hash", text, placeholder));
    return sign().catch((error) => error.facts.output);
  };

  test("the hash as a file", async () => {
    expect(await given("{hash}")).toBe(digest.toString("hex"));
  });

  test("the message as a file", async () => {
    expect(await given("{message}")).toBe(message.toString("hex"));
  });

  test("the DigestInfo as a file, whose DER OpenSSL reads", async () => {
    const der = Buffer.from(await given("{digest-info}"), "hex");
    expect(der.subarray(-32).equals(digest)).toBe(true);
    expect(der.subarray(0, -32).toString("hex")).toBe("3031300d060960864801650304020105000420");
  });

  test.each([
    ["{hash-hex}", digest.toString("hex")],
    ["x:{hash-base64}", `x:${digest.toString("base64")}`],
    ["{hash-hex}.{hash-name}", `${digest.toString("hex")}.sha256`],
  ])("%s as text", async (placeholder, text) => {
    expect(await given(placeholder, "existsSync('') || process.argv[1]")).toBe(text);
  });

  test("only the files that it names, in a folder that is gone afterwards", async () => {
    vi.stubEnv("TMPDIR", folder);
    const code =
      "console.error(require('fs').readdirSync(require('path').dirname(process.argv[1])).join()); process.exitCode = 1;";
    start(nodeCommand("hash", code, "{message}", "{out}"));
    await expect(sign()).rejects.toMatchObject({ facts: { output: "message" } });
    expect(readdirSync(folder).filter((name) => name.startsWith("portkeep-"))).toEqual([]);
  });
});

describe("its answer is taken", () => {
  test.each([
    ["from standard output", "process.stdout.write(signature)"],
    ["in hex", "console.log(signature.toString('hex'))"],
    [
      "as JSON by Azure",
      "console.log(JSON.stringify({ kid: 'k', signature: signature.toString('base64url') }))",
    ],
    ["as JSON by AWS", "console.log(JSON.stringify({ Signature: signature.toString('base64') }, null, 2))"],
    ["from {out}, whatever it says", "writeFileSync(out, signature); console.log('Signed by', process.pid)"],
  ])("%s", async (_, form) => {
    const placeholders = form.includes("out,") ? ["{message}", "{out}"] : ["{message}"];
    start(nodeCommand("hash", signing(signers.p256, form), ...placeholders));
    const { signature, chain } = await sign();
    expect(verify("sha256", message, signers.p256.certificatePem, signature)).toBe(true);
    expect(chain.map(({ subject }) => subject)).toEqual(["CN=Test Signer p256"]);
  });

  test("with certificates, where it brings them", async () => {
    const certificates = JSON.stringify([
      new X509Certificate(signers.p256.certificatePem).raw.toString("base64"),
    ]);
    const form = `console.log(JSON.stringify({ signature: signature.toString("hex"), certificates: ${certificates} }))`;
    start(nodeCommand("hash", signing(signers.p256, form), "{message}"), { pin: null });
    expect((await sign()).chain[0]?.subject).toBe("CN=Test Signer p256");
  });
});

describe("its answer is refused", () => {
  test.each([
    ["that is empty", "", "sign-command-no-result", { from: "output", output: "" }],
    ["that is no signature", "console.log('done')", "sign-answer-wrong", { misfit: "form", bytes: 5 }],
    [
      "by another key",
      signing(signers.rsa2048, "console.log(signature.toString('hex'))"),
      "sign-answer-wrong",
      {
        misfit: "form",
      },
    ],
  ])("%s", async (_, code, error, facts) => {
    start(nodeCommand("hash", code, "{message}"));
    await expect(sign()).rejects.toMatchObject({ code: error, facts });
  });

  test("that is not where it should be", async () => {
    start(nodeCommand("hash", "console.error('wrote elsewhere')", "{message}", "{out}"));
    await expect(sign()).rejects.toMatchObject({
      code: "sign-command-no-result",
      facts: { from: "out", output: "wrote elsewhere" },
    });
  });

  test("that is too large", async () => {
    const code = "require('fs').writeFileSync(process.argv[2], Buffer.alloc(1024 * 1024 + 1))";
    start(nodeCommand("hash", code, "{message}", "{out}"));
    await expect(sign()).rejects.toMatchObject({ code: "sign-command-too-much" });
  });

  test("without a certificate", async () => {
    start(nodeCommand("hash", signing(signers.p256, "process.stdout.write(signature)"), "{message}"), {
      pin: null,
    });
    await expect(sign()).rejects.toMatchObject({ code: "sign-certificate-missing" });
  });
});

describe("how many run at once", () => {
  const place = (name: string) => JSON.stringify(join(folder, name));

  test("is one", async () => {
    // Fails where another one has the folder.
    const alone = `const { mkdirSync, rmdirSync } = require("fs"); mkdirSync(${place("alone")});
      setTimeout(() => { rmdirSync(${place("alone")}); process.stdout.write(signature); }, 50);`;
    start(nodeCommand("hash", signing(signers.p256, alone), "{message}"));
    expect(signer.concurrency).toBe(1);
    expect(await Promise.all([sign(), sign(), sign()])).toHaveLength(3);
  });
});

describe("no process is left", () => {
  test("after the close, which waits for it, and nothing more is started", async () => {
    start(nodeCommand("hash", tellPid(pidFile) + hang, "{hash}"));
    const both = Promise.allSettled([sign(), sign()]);
    const pid = await pidIn(pidFile);
    await signer.close();
    expect(isRunning(pid)).toBe(false);
    expect(await both).toMatchObject([
      { reason: { name: "AbortError" } },
      { reason: { name: "AbortError" } },
    ]);
    expect(await pidIn(pidFile)).toBe(pid);
    rmSync(pidFile);
  });
});
