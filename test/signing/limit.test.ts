import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { limit } from "../../src/signing/limit.ts";

/** Work that ends when it is told to. */
function work() {
  const state = { started: false, resolve: (_: string) => {}, reject: (_: Error) => {} };
  const promise = new Promise<string>((resolve, reject) => Object.assign(state, { resolve, reject }));
  const run = () => {
    state.started = true;
    return promise;
  };
  return { state, run };
}

describe("a limit of two", () => {
  test("starts two at once, and each further one when one ends, in turn", async () => {
    const limited = limit(2);
    const pieces = [work(), work(), work(), work()];
    const results = pieces.map(({ run }) => limited.run(run));
    const started = () => pieces.map(({ state }) => state.started);
    await turn();
    expect(started()).toEqual([true, true, false, false]);
    pieces[1]?.state.resolve("b");
    await turn();
    expect(started()).toEqual([true, true, true, false]);
    for (const { state } of pieces) state.resolve("x");
    expect(await Promise.all(results)).toEqual(["x", "b", "x", "x"]);
  });

  test("gives the place of one that failed to the next", async () => {
    const limited = limit(1);
    const [first, second] = [work(), work()];
    const results = [limited.run(first.run), limited.run(second.run)];
    first.state.reject(new Error("no"));
    second.state.resolve("yes");
    expect(await Promise.allSettled(results)).toMatchObject([{ status: "rejected" }, { value: "yes" }]);
  });

  test("never has more under way than its bound, whoever comes when", async () => {
    const limited = limit(2);
    let running = 0;
    let most = 0;
    const one = async () => {
      most = Math.max(most, ++running);
      await turn();
      running--;
    };
    const chain = async () => {
      for (let i = 0; i < 5; i++) await limited.run(one);
    };
    await Promise.all([chain(), chain(), chain(), chain()]);
    expect(most).toBe(2);
  });

  test("is idle when all has ended, failures too", async () => {
    const limited = limit(1);
    const [first, second] = [work(), work()];
    const results = Promise.allSettled([limited.run(first.run), limited.run(second.run)]);
    let idle = false;
    const waiting = limited.idle().then(() => (idle = true));
    first.state.reject(new Error("no"));
    await turn();
    expect(idle).toBe(false);
    second.state.resolve("yes");
    await Promise.all([waiting, results]);
    expect(idle).toBe(true);
  });
});
