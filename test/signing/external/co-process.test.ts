import { verify } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import type { HashSignerOptions } from "../../../src/signing/external/hash-signer.ts";
import { pki } from "../pki.ts";
import { coProcess, pinOf } from "./co-process-signer.ts";
import { gone } from "./programs.ts";

const { signers } = await pki();
const { start, starts } = await coProcess();

describe("a co-process signs", () => {
  test.each(["good", "hex"])("with RSA (%s)", async (behaviour) => {
    const { ask } = start(behaviour, {}, signers.rsa2048);
    const { signature, chain } = await ask();
    expect(verify("sha256", Buffer.from("text"), signers.rsa2048.certificatePem, signature)).toBe(true);
    expect(chain).toHaveLength(1);
  });

  test.each(["good", "numbers"])("with ECDSA (%s), which comes out as DER", async (behaviour) => {
    const { ask } = start(behaviour, {}, signers.p384);
    const { signature } = await ask();
    expect(verify("sha256", Buffer.from("text"), signers.p384.certificatePem, signature)).toBe(true);
  });

  test("many texts in one process, which starts with the first and ends at the close", async () => {
    const { signer, ask } = start("good");
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
    const { ask } = start("reversed");
    const answers = await Promise.all(["a", "b", "c", "d"].map(ask));
    answers.forEach(({ signature }, index) => {
      const text = Buffer.from("abcd".charAt(index));
      expect(verify("sha256", text, signers.p256.certificatePem, signature)).toBe(true);
    });
  });

  test("as long as it takes from one request to the next", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const { ask } = start("good");
    await ask();
    vi.advanceTimersByTime(3_600_000);
    vi.useRealTimers();
    await ask();
    expect(starts()).toHaveLength(1);
  });

  test("8 at once", () => {
    expect(start("good").signer.concurrency).toBe(8);
  });

  test("what is under way when it is closed", async () => {
    const { signer, ask } = start("slow");
    const answer = ask();
    await signer.close();
    expect((await answer).signature[0]).toBe(0x30);
  });

  test.each([null, { subject: "CN=Test Signer p256" }])("with certificates of its own (%j)", async (pin) => {
    const { chain } = await start("certificates", { pin }).ask();
    expect(chain.map(({ subject }) => subject)).toEqual(["CN=Test Signer p256", "CN=Test Intermediate"]);
  });
});

describe("it is told", () => {
  const told = async (options: Partial<HashSignerOptions> = {}) => {
    const { signer } = start("echo", options);
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
    const { ask, outcomes } = start("refuse");
    await expect(ask()).rejects.toMatchObject({
      code: "sign-command-refused",
      facts: { reason: "the token is locked" },
    });
    expect(await outcomes(2)).toEqual(["sign-command-refused", "sign-command-refused"]);
    expect(starts()).toHaveLength(1);
  });

  test.each([
    ["garbage", "not-json", "Connecting to the token"],
    ["unknown", "unknown-id", '{"id":999,"signature":"AAAA"}'],
    ["empty", "no-signature", '{"id":1}'],
    ["huge", "too-long", "x".repeat(200)],
  ])("where a line is %s, for good", async (behaviour, problem, line) => {
    const { ask, outcomes } = start(behaviour);
    await expect(ask()).rejects.toMatchObject({ code: "sign-command-line", facts: { problem, line } });
    expect(await outcomes(3)).toEqual(Array(3).fill("sign-command-line"));
    expect(starts()).toHaveLength(1);
    await gone(...starts());
  });

  test("where it answers twice, from the next request on", async () => {
    const { ask } = start("twice");
    const [first, ...others] = await Promise.allSettled([ask("a"), ask("b"), ask("c")]);
    expect(first.status).toBe("fulfilled");
    expect(others).toMatchObject([
      { reason: { code: "sign-command-line", facts: { problem: "unknown-id" } } },
      { reason: { code: "sign-command-line", facts: { problem: "unknown-id" } } },
    ]);
  });

  test("where its key is not the certificate's", async () => {
    const { ask } = start("wrong-key", { pin: pinOf(signers.p384) });
    await expect(ask()).rejects.toMatchObject({ code: "sign-answer-wrong" });
  });

  test.each([
    ["is not the pinned one", "certificates", pinOf(signers.p384), "sign-certificate-other"],
    ["is not of the pinned subject", "certificates", { subject: "CN=Somebody" }, "sign-subject-other"],
    ["is missing", "good", null, "sign-certificate-missing"],
  ])("where its certificate %s", async (_, behaviour, pin, code) => {
    await expect(start(behaviour, { pin }).ask()).rejects.toMatchObject({ code });
  });

  test("where it is not there, and looked for once", async () => {
    const command = { kind: "co-process", words: ["no-such-signer"] } as const;
    const { ask, outcomes } = start("good", { command });
    await expect(ask()).rejects.toMatchObject({
      code: "sign-command-not-found",
      facts: { program: "no-such-signer" },
    });
    expect(await outcomes(2)).toEqual(["sign-command-not-found", "sign-command-not-found"]);
  });

  test("with an error for each request, so that each can be told from the others", async () => {
    const { ask } = start("crash");
    const [one, two] = await Promise.allSettled([ask(), ask()]);
    expect(one).toMatchObject({ status: "rejected" });
    expect(one).not.toBe(two);
    expect((one as PromiseRejectedResult).reason).not.toBe((two as PromiseRejectedResult).reason);
  });
});
