import { X509Certificate } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach } from "vitest";
import { type HashSignerOptions, hashSigner } from "../../../src/signing/external/hash-signer.ts";
import type { HashSigner } from "../../../src/signing/hash-signer.ts";
import { type Issued, pki } from "../pki.ts";

const program = join(import.meta.dirname, "co-process.mjs");

/** Pins a certificate. */
export const pinOf = (issued: Issued) => ({ chain: [new X509Certificate(issued.certificatePem)] as const });

/** Gives a file's tests a signer by `co-process.mjs`, which is closed after each. */
export async function coProcess() {
  const { signers } = await pki();
  const folder = mkdtempSync(join(tmpdir(), "portkeep-co-process-"));
  const note = join(folder, "starts");
  const current: { signer?: HashSigner } = {};

  beforeEach(() => rmSync(note, { force: true }));
  afterEach(() => current.signer?.close());
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function start(behaviour: string, options: Partial<HashSignerOptions> = {}, issued = signers.p256) {
    const words = [process.execPath, program, issued.keyFile, behaviour, note, issued.chainFile] as const;
    const command = { kind: "co-process", words } as const;
    const signer = hashSigner({ command, env: process.env, pin: pinOf(issued), ...options });
    current.signer = signer;
    const ask = (text = "text") => signer.sign(Buffer.from(text), "sha256");
    /** Asks several times at once, and gives what came of each: `signed`, or the error's code. */
    const outcomes = (count: number): Promise<string[]> =>
      Promise.all(
        Array.from({ length: count }, () =>
          ask().then(
            () => "signed",
            (error) => error.code,
          ),
        ),
      );
    return { signer, ask, outcomes };
  }

  /** The ids of all processes that were started in this test. */
  const starts = () => (existsSync(note) ? readFileSync(note, "utf8").trim().split("\n").map(Number) : []);
  return { start, starts };
}
