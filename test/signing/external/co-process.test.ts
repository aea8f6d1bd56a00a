import { verify, X509Certificate } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type HashSignerOptions, hashSigner } from "../../../src/signing/external/hash-signer.ts";
import type { HashSigner } from "../../../src/signing/hash-signer.ts";
import { type Issued, pki } from "../pki.ts";
import { gone } from "./programs.ts";

// Programs are started, on machines that may be busy.
vi.setConfig({ testTimeout: 30_000 });

const { signers } = await pki();
const program = join(import.meta.dirname, "co-process.mjs");
const folder = mkdtempSync(join(tmpdir(), "portkeep-co-process-"));
const note = join(folder, "starts");
const chainOf = (issued: Issued) => ({ chain: [new X509Certificate(issued.certificatePem)] as const });

let signer: HashSigner;

beforeEach(() => rmSync(note, { force: true }));
afterEach(() => signer.close());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(
  behaviour: string,
  options: Partial<HashSignerOptions> = {},
  issued = signers.p256,
): HashSigner {
  const words = [process.execPath, program, issued.keyFile, behaviour, note, issued.chainFile] as const;
  signer = hashSigner({
    command: { kind: "co-process", words },
    env: process.env,
    pin: chainOf(issued),
    ...options,
  });
  return signer;
}

const starts = () => (existsSync(note) ? readFileSync(note, "utf8").trim().split("\n").map(Number) : []);
const ask = (text = "text") => signer.sign(Buffer.from(text), "sha256");
const refusals = (count: number) =>
  Promise.all(
    Array.from({ length: count }, () =>
      ask().then(
        () => "signed",
        (error) => error.code,
      ),
    ),
  );

describe("a co-process signs", () => {
  test.each(["good", "hex"])("with RSA (%s)", async (behaviour) => {
    start(behaviour, {}, signers.rsa2048);
    const { signature, chain } = await ask();
    expect(verify("sha256", Buffer.from("text"), signers.rsa2048.certificatePem, signature)).toBe(true);
    expect(chain).toHaveLength(1);
  });

  test.each(["good", "numbers"])("with ECDSA (%s), which comes out as DER", async (behaviour) => {
    start(behaviour, {}, signers.p384);
    const { signature } = await ask();
    expect(verify("sha256", Buffer.from("text"), signers.p384.certificatePem, signature)).toBe(true);
  });

  test("many texts in one process, which starts with the first and ends at the close", async () => {
    start("good");
    expect(starts()).toHaveLength(0);
    const texts = Array.from({ length: 40 }, (_, index) => `text ${index}`);
    const answers = await Promise.all(texts.map(ask));
    answers.forEach(({ signature }, index) => {
      const text = Buffer.from(`text ${index}`);
      expect(verify("sha256", text, signers.p256.certificatePem, signature)).toBe(true);
    });
    const pids = starts();
    expect(pids).toHaveLength(1);
    await signer.close();
    await gone(...pids);
  });

  test("in any order of answers", async () => {
    start("reversed");
    const answers = await Promise.all(["a", "b", "c", "d"].map(ask));
    answers.forEach(({ signature }, index) => {
      const text = Buffer.from("abcd".charAt(index));
      expect(verify("sha256", text, signers.p256.certificatePem, signature)).toBe(true);
    });
  });

  test("as long as it takes from one request to the next", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    start("good");
    await ask();
    vi.advanceTimersByTime(3_600_000);
    vi.useRealTimers();
    await ask();
    expect(starts()).toHaveLength(1);
  });

  test("8 at once, unless asked otherwise", () => {
    expect(start("good").concurrency).toBe(8);
    expect(start("good", { concurrency: 3 }).concurrency).toBe(3);
  });

  test("what is under way when it is closed", async () => {
    start("slow");
    const answer = ask();
    await signer.close();
    expect((await answer).signature[0]).toBe(0x30);
  });

  test.each([null, { subject: "CN=Test Signer p256" }])("with certificates of its own (%j)", async (pin) => {
    start("certificates", { pin });
    const { chain } = await ask();
    expect(chain.map(({ subject }) => subject)).toEqual(["CN=Test Signer p256", "CN=Test Intermediate"]);
  });
});

describe("it is told", () => {
  const told = async (options: Partial<HashSignerOptions> = {}) => {
    start("echo", options);
    const refused = await signer.sign(Buffer.from("text"), "sha384").catch((error) => error.facts.reason);
    return JSON.parse(refused);
  };

  test("the hash's name, the hash of the message, the message and the kind of key", async () => {
    expect(await told()).toEqual({
      id: 1,
      hash: "sha384",
      digest: expect.stringMatching(/^[\w+/]{64}$/),
      fits: true,
      keyType: "ec",
      message: Buffer.from("text").toString("base64"),
    });
  });

  test("no kind of key where the certificate is not known", async () => {
    expect(await told({ pin: null })).not.toHaveProperty("keyType");
  });
});

describe("it is refused", () => {
  test("where it refuses, for this request alone", async () => {
    start("refuse");
    await expect(ask()).rejects.toMatchObject({
      code: "sign-command-refused",
      facts: { reason: "the token is locked" },
    });
    expect(await refusals(2)).toEqual(["sign-command-refused", "sign-command-refused"]);
    expect(starts()).toHaveLength(1);
  });

  test.each([
    ["garbage", "not-json", "Connecting to the token"],
    ["unknown", "unknown-id", '{"id":999,"signature":"AAAA"}'],
    ["empty", "no-signature", '{"id":1}'],
    ["huge", "too-long", "x".repeat(200)],
  ])("where a line is %s, for good", async (behaviour, problem, line) => {
    start(behaviour);
    await expect(ask()).rejects.toMatchObject({ code: "sign-command-line", facts: { problem, line } });
    expect(await refusals(3)).toEqual(Array(3).fill("sign-command-line"));
    expect(starts()).toHaveLength(1);
    await gone(...starts());
  });

  test("where it answers twice, from the next request on", async () => {
    start("twice");
    const [first, ...others] = await Promise.allSettled([ask("a"), ask("b"), ask("c")]);
    expect(first.status).toBe("fulfilled");
    expect(others).toMatchObject([
      { reason: { code: "sign-command-line", facts: { problem: "unknown-id" } } },
      { reason: { code: "sign-command-line", facts: { problem: "unknown-id" } } },
    ]);
  });

  test("where its key is not the certificate's", async () => {
    start("wrong-key", { pin: chainOf(signers.p384) });
    await expect(ask()).rejects.toMatchObject({ code: "sign-answer-wrong" });
  });

  test("where its certificate is not the pinned one, or not of the pinned subject, or missing", async () => {
    start("certificates", { pin: chainOf(signers.p384) });
    await expect(ask()).rejects.toMatchObject({ code: "sign-certificate-other" });
    await signer.close();
    start("certificates", { pin: { subject: "CN=Somebody" } });
    await expect(ask()).rejects.toMatchObject({ code: "sign-subject-other" });
    await signer.close();
    start("good", { pin: null });
    await expect(ask()).rejects.toMatchObject({ code: "sign-certificate-missing" });
  });

  test("where it is not there, and looked for once", async () => {
    signer = hashSigner({
      command: { kind: "co-process", words: ["no-such-signer"] },
      env: process.env,
      pin: null,
    });
    await expect(ask()).rejects.toMatchObject({
      code: "sign-command-not-found",
      facts: { program: "no-such-signer" },
    });
    expect(await refusals(2)).toEqual(["sign-command-not-found", "sign-command-not-found"]);
  });

  test("with an error for each request, so that each can be told from the others", async () => {
    start("crash");
    const [one, two] = await Promise.allSettled([ask(), ask()]);
    expect(one).toMatchObject({ status: "rejected" });
    expect(one).not.toBe(two);
    expect((one as PromiseRejectedResult).reason).not.toBe((two as PromiseRejectedResult).reason);
  });
});

describe("one that ends", () => {
  test("fails what is under way, and tells how and what it said", async () => {
    start("crash");
    const requests = await Promise.allSettled([ask(), ask(), ask()]);
    for (const request of requests) {
      expect(request).toMatchObject({
        reason: {
          code: "sign-command-ended",
          facts: { exitCode: 3, signal: null, output: "cannot open the token" },
        },
      });
    }
  });

  test("starts again with the next request, and again after an answer", async () => {
    start("crash-second");
    const results: string[] = [];
    for (let i = 0; i < 10; i++) results.push(...(await refusals(1)));
    expect(results).toEqual(Array(5).fill(["signed", "sign-command-ended"]).flat());
    expect(starts()).toHaveLength(5);
  });

  test("starts three times and no more, where it never answers", async () => {
    start("crash");
    const results: string[] = [];
    for (let i = 0; i < 6; i++) results.push(...(await refusals(1)));
    expect(results).toEqual(Array(6).fill("sign-command-ended"));
    expect(starts()).toHaveLength(3);
  });
});

describe("of one that does not end", () => {
  test("no process is left when it is silent for too long", async () => {
    start("silent", { timeout: 1000 });
    await expect(ask()).rejects.toMatchObject({
      code: "sign-command-timeout",
      facts: { seconds: 1, output: "waits" },
    });
    await gone(...starts());
  });

  test("no process is left after an abort, whose reason is thrown", async () => {
    const controller = new AbortController();
    start("silent", { signal: controller.signal });
    const answers = Promise.allSettled([ask(), ask()]);
    while (starts().length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    controller.abort("enough");
    expect(await answers).toMatchObject([{ reason: "enough" }, { reason: "enough" }]);
    await expect(ask()).rejects.toBe("enough");
    expect(starts()).toHaveLength(1);
    await gone(...starts());
  });

  test("no process is left after the close, though it ignores the end of its input and the wish to end", async () => {
    start("stubborn");
    await ask();
    await signer.close();
    await gone(...starts());
  });
});
