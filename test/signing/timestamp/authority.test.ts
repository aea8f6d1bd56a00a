import { X509Certificate } from "node:crypto";
import { describe, expect, test } from "vitest";
import { timestampAuthority } from "../../../src/signing/timestamp/authority.ts";
import { makeRequest } from "../../../src/signing/timestamp/request.ts";
import { issue, makeRoot, pki } from "../pki.ts";
import { attemptsOf, signature, stamp } from "./asking.ts";
import { answers, type Behaviour, localAuthority, signs } from "./local-authority.ts";
import { opensslReply, opensslToken, opensslVerify } from "./openssl-ts.ts";
import { testClock } from "./test-clock.ts";

const { root, timestampAuthority: signer, timestampRoot } = await pki();
const good = signs(signer);

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
    expect(await attemptsOf([authority.url])).toEqual([{ address: authority.url, failure }]);
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
  expect(await attemptsOf([authority.url])).toEqual([
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

test("an address that is none is refused before anything is asked", () => {
  expect(() => timestampAuthority({ urls: ["http://a.example", "a.example"] })).toThrow(
    expect.objectContaining({ code: "timestamp-address" }),
  );
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
