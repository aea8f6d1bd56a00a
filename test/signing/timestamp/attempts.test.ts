import { describe, expect, test, vi } from "vitest";
import { timestampAuthority } from "../../../src/signing/timestamp/authority.ts";
import { pki } from "../pki.ts";
import { attemptsOf, signature, stamp } from "./asking.ts";
import {
  answers,
  type Behaviour,
  deserted,
  html,
  localAuthority,
  resets,
  signs,
  status,
} from "./local-authority.ts";
import { testClock } from "./test-clock.ts";

const { timestampAuthority: signer } = await pki();
const good = signs(signer);

describe("an authority that fails for a while", () => {
  test.each<[string, Behaviour]>([
    ["503", status(503)],
    ["408", status(408)],
    ["a reset", resets],
    ["a system failure", answers(() => Buffer.from("300c300a020102030506000000 40".replace(" ", ""), "hex"))],
  ])("is asked again after %s, with a new nonce", async (_, behaviour) => {
    const authority = await localAuthority(behaviour, good);
    await expect(stamp([authority.url])).resolves.toBeDefined();
    expect(authority.visits).toHaveLength(2);
    const [first, second] = authority.visits.map(({ body }) => body);
    expect(first).not.toEqual(second);
  });

  test("is asked again after 20 seconds without an answer", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const authority = await localAuthority(() => void vi.advanceTimersByTime(20_000), good);
    await expect(stamp([authority.url])).resolves.toBeDefined();
    vi.useRealTimers();
    expect(authority.visits).toHaveLength(2);
  });

  test("is asked four times, after waits that grow, and then named with its last cause", async () => {
    const clock = testClock();
    const authority = await localAuthority(status(500), status(502), resets, status(503));
    expect(await attemptsOf([authority.url], { clock })).toEqual([
      {
        address: authority.url,
        failure: { code: "http-status", facts: { status: 503, retryAfterSeconds: null } },
      },
    ]);
    expect(authority.visits).toHaveLength(4);
    expect(clock.waits).toEqual([1000, 2000, 4000]);
  });

  test("is left alone as long as it asks", async () => {
    const clock = testClock();
    const { url } = await localAuthority(status(429, { "retry-after": "30" }), good);
    await expect(stamp([url], { clock })).resolves.toBeDefined();
    expect(clock.waits.reduce((sum, wait) => sum + wait)).toBeGreaterThan(29_000);
    expect(clock.waits.reduce((sum, wait) => sum + wait)).toBeLessThan(31_000);
  });

  test("is given up when it asks for more than a minute", async () => {
    const clock = testClock();
    const authority = await localAuthority(status(503, { "retry-after": "61" }), good);
    expect(await attemptsOf([authority.url], { clock })).toMatchObject([
      { failure: { facts: { status: 503, retryAfterSeconds: 61 } } },
    ]);
    expect([authority.visits.length, clock.waits]).toEqual([1, []]);
  });
});

test.each<[string, Behaviour]>([
  ["404", status(404)],
  ["a page", html],
])("%s is final for an address", async (_, behaviour) => {
  const authority = await localAuthority(behaviour, good);
  expect(await attemptsOf([authority.url])).toHaveLength(1);
  expect(authority.visits).toHaveLength(1);
});

describe("of several addresses", () => {
  test("the first that works is used, without a wait", async () => {
    const clock = testClock();
    const [broken, working, spare] = [
      await localAuthority(status(503)),
      await localAuthority(good),
      await localAuthority(good),
    ];
    await stamp([await deserted(), broken.url, working.url, spare.url], { clock });
    expect([broken, working, spare].map(({ visits }) => visits.length)).toEqual([1, 1, 0]);
    expect(clock.waits).toEqual([]);
  });

  test("the one that worked last is asked first", async () => {
    const [first, second] = [
      await localAuthority(status(503), good),
      await localAuthority(good, status(503)),
    ];
    const authority = timestampAuthority({ urls: [first.url, second.url], clock: testClock() });
    const counts = async () => {
      await authority.stamp(signature, "sha256");
      return [first.visits.length, second.visits.length];
    };
    expect(await counts()).toEqual([1, 1]);
    expect(await counts()).toEqual([2, 2]);
    expect(await counts()).toEqual([3, 2]);
  });

  test("those that may recover are asked again, and only those", async () => {
    const [final, passing] = [await localAuthority(html), await localAuthority(status(503), good)];
    await stamp([final.url, passing.url]);
    expect([final, passing].map(({ visits }) => visits.length)).toEqual([1, 2]);
  });

  test("the one that asked for a long wait does not hold up the others", async () => {
    const clock = testClock();
    const slow = await localAuthority(status(503, { "retry-after": "60" }), good);
    const quick = await localAuthority(status(503), good);
    await stamp([slow.url, quick.url], { clock });
    expect([slow, quick].map(({ visits }) => visits.length)).toEqual([1, 2]);
    expect(clock.waits).toEqual([1000]);
  });

  test("each is named with its own cause when all have failed", async () => {
    const [page, away] = [await localAuthority(html), await deserted()];
    await expect(stamp([`${page.url}?key=secret`, away])).rejects.toMatchObject({
      code: "timestamp-failed",
      exitCode: 2,
      facts: {
        attempts: [
          { address: page.url, failure: { code: "not-a-reply", facts: { type: "text/html" } } },
          { address: away, failure: { code: "connection", facts: { cause: "ECONNREFUSED" } } },
        ],
      },
    });
  });
});

describe("many timestamps at once", () => {
  test("are asked for a few at a time", async () => {
    const slow: Behaviour = async (visit) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      await good(visit);
    };
    const server = await localAuthority(slow);
    const authority = timestampAuthority({ urls: [server.url] });
    await Promise.all(Array.from({ length: 9 }, () => authority.stamp(signature, "sha256")));
    expect(server.most).toBe(4);
    expect(server.visits).toHaveLength(9);
  });

  test("keep the interval of each address, failed requests included", async () => {
    const clock = testClock();
    const [first, second] = [await localAuthority(status(404)), await localAuthority(good)];
    const authority = timestampAuthority({
      urls: [first.url, second.url],
      minIntervalMs: 15_000,
      clock,
    });
    for (let count = 0; count < 3; count++) await authority.stamp(signature, "sha256");
    expect(first.visits).toHaveLength(1);
    expect(second.visits).toHaveLength(3);
    expect(clock.waits.map((wait) => Math.round(wait / 1000))).toEqual([15, 15]);
  });
});
