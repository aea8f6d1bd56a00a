import { describe, expect, test } from "vitest";
import { coProcess } from "./co-process-signer.ts";
import { gone } from "./programs.ts";

const { start, starts } = await coProcess();

describe("one that ends", () => {
  test("fails what is under way, and tells how and what it said", async () => {
    const { ask } = start("crash");
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
    const { outcomes } = start("crash-second");
    const results: string[] = [];
    for (let i = 0; i < 10; i++) results.push(...(await outcomes(1)));
    expect(results).toEqual(Array(5).fill(["signed", "sign-command-ended"]).flat());
    expect(starts()).toHaveLength(5);
  });

  test("starts three times and no more, where it never answers", async () => {
    const { outcomes } = start("crash");
    const results: string[] = [];
    for (let i = 0; i < 6; i++) results.push(...(await outcomes(1)));
    expect(results).toEqual(Array(6).fill("sign-command-ended"));
    expect(starts()).toHaveLength(3);
  });
});

describe("of one that does not end", () => {
  test("no process is left when it is silent for too long", async () => {
    const { ask } = start("silent", { timeout: 3000 });
    await expect(ask()).rejects.toMatchObject({
      code: "sign-command-timeout",
      facts: { seconds: 3, output: "waits" },
    });
    await gone(...starts());
  });

  test("no process is left after the close, though it ignores the end of its input and the wish to end", async () => {
    const { signer, ask } = start("stubborn");
    await ask();
    await signer.close();
    await gone(...starts());
  });
});
