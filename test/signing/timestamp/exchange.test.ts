import { once } from "node:events";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { exchange } from "../../../src/signing/timestamp/exchange.ts";
import {
  answers,
  type Behaviour,
  cutsOff,
  deserted,
  hangs,
  html,
  localAuthority,
  redirects,
  replyHeaders,
  resets,
  status,
  trickles,
} from "./local-authority.ts";

const query = new Uint8Array([1, 2, 3]);
const reply = Buffer.from("a reply");
const good = answers(() => reply);

const ask = (url: string, timeoutMs = 10_000) => exchange(new URL(url), query, timeoutMs);
const failureOf = async (url: string, timeoutMs?: number) =>
  ask(url, timeoutMs).then(
    () => "no failure",
    (error) => error.failure,
  );

test("a query is posted as RFC 3161 asks, and the reply comes back whole", async () => {
  const authority = await localAuthority(good);
  expect(Buffer.from(await ask(`${authority.url}tsa?td=sha256`))).toEqual(reply);
  const [{ request, body } = {}] = authority.visits;
  expect(request).toMatchObject({
    method: "POST",
    url: "/tsa?td=sha256",
    headers: { "content-type": "application/timestamp-query", "content-length": "3" },
  });
  expect(body).toEqual(Buffer.from(query));
});

test.each(["application/timestamp-reply; charset=binary", "Application/Timestamp-Reply"])(
  "a reply of the type %s is taken",
  async (type) => {
    const { url } = await localAuthority(answers(() => reply, { "content-type": type }));
    expect(Buffer.from(await ask(url))).toEqual(reply);
  },
);

describe("an answer that is no reply is refused:", () => {
  test.each<[string, Behaviour, object]>([
    ["503", status(503), { code: "http-status", facts: { status: 503, retryAfterSeconds: null } }],
    [
      "429 with a wait",
      status(429, { "retry-after": "7" }),
      { code: "http-status", facts: { status: 429, retryAfterSeconds: 7 } },
    ],
    ["204", status(204), { code: "http-status", facts: { status: 204, retryAfterSeconds: null } }],
    [
      "a status of another world, with the type of a reply",
      status(418, replyHeaders),
      { code: "http-status", facts: { status: 418, retryAfterSeconds: null } },
    ],
    ["a page with 200", html, { code: "not-a-reply", facts: { type: "text/html" } }],
    ["no type", answers(() => reply, {}), { code: "not-a-reply", facts: { type: "" } }],
    [
      "a type without an end",
      answers(() => reply, { "content-type": "x".repeat(5000) }),
      { code: "not-a-reply", facts: { type: "x".repeat(80) } },
    ],
    [
      "more than 256 KiB",
      answers(() => Buffer.alloc(256 * 1024 + 1)),
      { code: "reply-too-large", facts: { limit: 262_144 } },
    ],
    ["a connection that is reset", resets, { code: "connection", facts: { cause: "ECONNRESET" } }],
    ["a body that is cut off", cutsOff(reply), { code: "connection", facts: { cause: "UND_ERR_SOCKET" } }],
  ])("%s", async (_, behaviour, failure) => {
    const { url } = await localAuthority(behaviour);
    expect(await failureOf(url)).toEqual(failure);
  });

  test("256 KiB are not too much", async () => {
    const { url } = await localAuthority(answers(() => Buffer.alloc(256 * 1024)));
    expect(await ask(url)).toHaveLength(256 * 1024);
  });

  test("a small body that grows when it is unpacked", async () => {
    const bomb = gzipSync(Buffer.alloc(5_000_000));
    expect(bomb.length).toBeLessThan(10_000);
    const { url } = await localAuthority(
      answers(() => bomb, { ...replyHeaders, "content-encoding": "gzip" }),
    );
    expect(await failureOf(url)).toMatchObject({ code: "reply-too-large" });
  });

  test("a body without an end is left", async () => {
    const authority = await localAuthority(async ({ response }) => {
      response.writeHead(200, replyHeaders);
      while (!response.destroyed) {
        if (!response.write(Buffer.alloc(65_536))) await once(response, "drain").catch(() => {});
      }
    });
    expect(await failureOf(authority.url)).toMatchObject({ code: "reply-too-large" });
    await expect.poll(() => authority.visits[0]?.response.destroyed).toBe(true);
  });

  test("nobody listening", async () => {
    expect(await failureOf(await deserted())).toEqual({
      code: "connection",
      facts: { cause: "ECONNREFUSED" },
    });
  });

  test("a name that does not exist", async () => {
    const { code, facts } = await failureOf("http://nowhere.invalid/");
    expect(code).toBe("connection");
    expect(facts.cause).toMatch(/^(ENOTFOUND|EAI_AGAIN)$/);
  });

  test("https where only http is spoken", async () => {
    const { url } = await localAuthority(good);
    expect(await failureOf(url.replace("http:", "https:"))).toMatchObject({ code: "connection" });
  });
});

describe("a time limit ends", () => {
  test.each<[string, Behaviour]>([
    ["an authority that hangs", hangs],
    ["a body that trickles", trickles],
  ])("%s, and the connection with it", async (_, behaviour) => {
    const authority = await localAuthority(behaviour);
    expect(await failureOf(authority.url, 300)).toEqual({ code: "timeout", facts: { seconds: 0.3 } });
    await expect.poll(() => authority.visits[0]?.response.destroyed).toBe(true);
  });

  test("a row of redirects as one exchange", async () => {
    const authority = await localAuthority(redirects("/a"), redirects("/b"), hangs);
    expect(await failureOf(authority.url, 600)).toMatchObject({ code: "timeout" });
    await expect.poll(() => authority.visits.at(-1)?.response.destroyed).toBe(true);
  });
});

describe("a redirect", () => {
  test.each([301, 302, 307, 308])("by %i is followed with the same query", async (code) => {
    const target = await localAuthority(good);
    const authority = await localAuthority(redirects(target.url, code));
    expect(Buffer.from(await ask(authority.url))).toEqual(reply);
    expect(target.visits[0]?.request.method).toBe("POST");
    expect(target.visits[0]?.body).toEqual(Buffer.from(query));
  });

  test("in a circle is left after five", async () => {
    const authority = await localAuthority(redirects("/again"));
    expect(await failureOf(authority.url)).toEqual({ code: "redirect-limit", facts: { limit: 5 } });
    expect(authority.visits).toHaveLength(6);
  });

  test.each([
    ["to a file", redirects("file:///etc/passwd"), "file:///etc/passwd"],
    ["with a password", redirects("http://u:secret@127.0.0.1/x?y"), "http://127.0.0.1/x"],
    ["to no address", redirects("http://"), ""],
    ["to nowhere", status(302), ""],
  ])("%s is not followed", async (_, behaviour, address) => {
    const { url } = await localAuthority(behaviour);
    expect(await failureOf(url)).toEqual({ code: "redirect-target", facts: { address } });
  });

  test("by 303 is not followed, since it would drop the query", async () => {
    const { url } = await localAuthority(redirects("/", 303));
    expect(await failureOf(url)).toMatchObject({ code: "http-status", facts: { status: 303 } });
  });
});
