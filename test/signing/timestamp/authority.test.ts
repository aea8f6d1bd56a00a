import { X509Certificate } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  type TimestampAuthorityOptions,
  timestampAuthority,
} from "../../../src/signing/timestamp/authority.ts";
import { makeRequest } from "../../../src/signing/timestamp/request.ts";
import { issue, makeRoot, pki } from "../pki.ts";
import {
  answers,
  type Behaviour,
  deserted,
  hangs,
  html,
  localAuthority,
  resets,
  signs,
  status,
} from "./local-authority.ts";
import { opensslReply, opensslToken, opensslVerify } from "./openssl-ts.ts";
import { testClock } from "./test-clock.ts";

const { root, timestampAuthority: signer, timestampRoot } = await pki();
const signature = Buffer.from("the octets of a signature");
const good = signs(signer);

const stamp = (urls: string[], options: Omit<TimestampAuthorityOptions, "urls"> = {}) =>
  timestampAuthority({ urls, clock: testClock(), ...options }).stamp(signature, "sha256");
const attemptsOf = (urls: string[], options: Omit<TimestampAuthorityOptions, "urls"> = {}) =>
  stamp(urls, { retries: 0, ...options }).then(
    () => "no failure",
    (error) => error.facts.attempts,
  );

/** Answers as if another question had been asked. */
const answersTo = (make: (query: Buffer) => Uint8Array): Behaviour =>
  answers((query) => opensslReply(make(query), signer));

test("a good authority gives a token that openssl accepts", async () => {
  const { url } = await localAuthority(good);
  const token = await stamp([url], { roots: [new X509Certificate(timestampRoot.certificatePem)] });
  expect(await opensslVerify(token, signature, timestampRoot)).toContain("Verification: OK");
});

test.each(["sha1", "sha384"] as const)("a token can be asked for with %s", async (hash) => {
  const { url } = await localAuthority(good);
  const token = await timestampAuthority({ urls: [url] }).stamp(signature, hash);
  expect(await opensslVerify(token, signature, timestampRoot)).toContain("Verification: OK");
});

describe("a token is refused", () => {
  const unfit = (fault: object) => ({ code: "token-faulty", facts: { fault } });

  test.each<[string, Behaviour, object]>([
    [
      "for another signature",
      answersTo(() => makeRequest(Buffer.from("another"), "sha256").der),
      unfit({ code: "timestamp-for-another", facts: {} }),
    ],
    [
      "with another nonce",
      answersTo(() => makeRequest(signature, "sha256").der),
      { code: "nonce-differs", facts: {} },
    ],
    [
      "for another hash of it",
      answersTo(() => makeRequest(signature, "sha384").der),
      { code: "nonce-differs", facts: {} },
    ],
    [
      "without a certificate",
      answersTo((query) => Buffer.concat([query.subarray(0, -1), Buffer.of(0)])),
      unfit({ code: "timestamp-signature-bad", facts: { fault: "certificate-missing" } }),
    ],
    [
      "that is none",
      answers(() => Buffer.from("300f3003020100300806022a0330020500", "hex")),
      unfit({ code: "timestamp-unreadable", facts: {} }),
    ],
    ["that is cut off", answers(() => Buffer.from("3082")), { code: "reply-unreadable", facts: {} }],
  ])("%s", async (_, behaviour, failure) => {
    const authority = await localAuthority(behaviour);
    expect(await attemptsOf([authority.url], { retries: 3 })).toEqual([{ address: authority.url, failure }]);
    expect(authority.visits).toHaveLength(1);
  });

  test("without a nonce", async () => {
    // Takes the ten bytes of the nonce out of the request, and off its length.
    const withoutNonce = (query: Buffer) =>
      Buffer.concat([Buffer.of(0x30, query.readUInt8(1) - 10), query.subarray(2, -13), query.subarray(-3)]);
    const { url } = await localAuthority(answersTo(withoutNonce));
    expect(await attemptsOf([url])).toMatchObject([{ failure: { code: "nonce-differs" } }]);
  });

  test("of an authority that leads to no root given", async () => {
    const { url } = await localAuthority(good);
    const roots = [new X509Certificate(root.certificatePem)];
    expect(await attemptsOf([url], { roots })).toMatchObject([
      {
        failure: unfit({
          code: "timestamp-authority-unfit",
          facts: { subject: expect.any(String), fault: { code: "untrusted" } },
        }),
      },
    ]);
  });

  test.each([-25, 25])(
    "whose time is %i hours from that of this machine, and both are told",
    async (hours) => {
      const { url } = await localAuthority(good);
      const now = Date.now() - hours * 3_600_000;
      const clock = { ...testClock(), now: () => now };
      const [{ failure }] = await attemptsOf([url], { clock });
      expect(failure).toEqual({
        code: "clocks-differ",
        facts: { authority: expect.any(String), here: new Date(now).toISOString() },
      });
      const apart = Date.parse(failure.facts.authority) - now;
      expect(Math.round(apart / 3_600_000)).toBe(hours);
    },
  );

  test.each([-23, 23])("not when %i hours lie between, as with a wrong time zone", async (hours) => {
    const { url } = await localAuthority(good);
    const clock = { ...testClock(), now: () => Date.now() - hours * 3_600_000 };
    await expect(stamp([url], { clock })).resolves.toBeDefined();
  });
});

test("a refusal tells the authority's own words, and is not repeated", async () => {
  const authority = await localAuthority(signs(signer, { accepted: "sha512" }));
  expect(await attemptsOf([authority.url], { retries: 3 })).toEqual([
    {
      address: authority.url,
      failure: {
        code: "refused",
        facts: { status: 2, text: "Message digest algorithm is not supported.", reasons: ["badAlg"] },
      },
    },
  ]);
  expect(authority.visits).toHaveLength(1);
});

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

  test("is asked again after a time limit", async () => {
    const authority = await localAuthority(hangs, good);
    await expect(stamp([authority.url], { timeoutMs: 500 })).resolves.toBeDefined();
  });

  test("is asked four times, after waits that grow, and then named with its last cause", async () => {
    const clock = testClock();
    const authority = await localAuthority(status(500), status(502), resets, status(503));
    expect(await attemptsOf([authority.url], { clock, retries: 3 })).toEqual([
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
    expect(await attemptsOf([authority.url], { clock, retries: 3 })).toMatchObject([
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
  expect(await attemptsOf([authority.url], { retries: 3 })).toHaveLength(1);
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
    await expect(stamp([`${page.url}?key=secret`, away], { retries: 1 })).rejects.toMatchObject({
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

test("an address that is none is refused before anything is asked", () => {
  expect(() => timestampAuthority({ urls: ["http://a.example", "a.example"] })).toThrow(
    expect.objectContaining({ code: "timestamp-address" }),
  );
});

describe("many timestamps at once", () => {
  test("are asked for a few at a time", async () => {
    const slow: Behaviour = async (visit) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      await good(visit);
    };
    const server = await localAuthority(slow);
    const authority = timestampAuthority({ urls: [server.url], concurrency: 3 });
    await Promise.all(Array.from({ length: 9 }, () => authority.stamp(signature, "sha256")));
    expect(server.most).toBe(3);
    expect(server.visits).toHaveLength(9);
  });

  test("keep the interval of each address, failed requests included", async () => {
    const clock = testClock();
    const [first, second] = [await localAuthority(status(404)), await localAuthority(good)];
    const authority = timestampAuthority({
      urls: [first.url, second.url],
      minIntervalMs: 15_000,
      concurrency: 1,
      clock,
    });
    for (let count = 0; count < 3; count++) await authority.stamp(signature, "sha256");
    expect(first.visits).toHaveLength(1);
    expect(second.visits).toHaveLength(3);
    expect(clock.waits.map((wait) => Math.round(wait / 1000))).toEqual([15, 15]);
  });
});

describe("a signal", () => {
  test.each<[string, Behaviour]>([
    ["ends the wait before another attempt", status(503)],
    ["ends a request", hangs],
  ])("%s, with its reason", async (_, behaviour) => {
    const stop = new AbortController();
    const { url } = await localAuthority(async (visit) => {
      setTimeout(() => stop.abort(new Error("enough")), 50);
      await behaviour(visit);
    });
    const authority = timestampAuthority({ urls: [url], signal: stop.signal });
    await expect(authority.stamp(signature, "sha256")).rejects.toThrow("enough");
  });
});

describe("an authority's own certificate", () => {
  const stampBy = async (options: Parameters<typeof issue>[1]) => {
    const unfit = await issue(timestampRoot, { usage: "timeStamping", ...options });
    const { url } = await localAuthority(signs(unfit));
    return attemptsOf([url]);
  };

  test("that has expired is refused", async () => {
    expect(await stampBy({ notAfter: new Date("2021-01-01") })).toMatchObject([
      { failure: { facts: { fault: { facts: { fault: { code: "expired" } } } } } },
    ]);
  });

  test("may come with one between it and the root", async () => {
    const between = await issue(timestampRoot, { name: "Between", ca: true });
    const { url } = await localAuthority(signs(await issue(between, { usage: "timeStamping" })));
    const roots = [new X509Certificate(timestampRoot.certificatePem)];
    await expect(stamp([url], { roots })).resolves.toBeDefined();
    const others = [new X509Certificate((await makeRoot()).certificatePem)];
    expect(await attemptsOf([url], { roots: others })).toHaveLength(1);
  });
});

test("what openssl takes out of the reply is what comes back", async () => {
  let reply: Buffer = Buffer.alloc(0);
  const { url } = await localAuthority(
    answers(async (query) => {
      reply = await opensslReply(query, signer);
      return reply;
    }),
  );
  expect(Buffer.from(await stamp([url]))).toEqual(await opensslToken(reply));
});
