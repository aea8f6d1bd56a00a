import { X509Certificate } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkedToken } from "../../../src/signing/timestamp/checked-token.ts";
import { verifyCounterSignature } from "../../../src/signing/timestamp/counter-signature.ts";
import { AuthorityFailure } from "../../../src/signing/timestamp/failure.ts";
import { readReply } from "../../../src/signing/timestamp/reply.ts";
import { makeRequest } from "../../../src/signing/timestamp/request.ts";
import { verifyToken } from "../../../src/signing/timestamp/token.ts";
import { valueAt } from "../oracles/der.ts";
import { issue, pki } from "../pki.ts";
import { opensslReply, opensslSigned, opensslToken } from "./openssl-ts.ts";

const { timestampAuthority, timestampRoot } = await pki();
const roots = [new X509Certificate(timestampRoot.certificatePem)];
const signature = Buffer.from("the octets of a signature");
const { der: query, nonce } = makeRequest(signature, "sha256");
const between = await issue(timestampRoot, { name: "Between", ca: true });
const byRsa = await opensslReply(query, timestampAuthority);
const byEc = await opensslReply(query, await issue(between, { usage: "timeStamping" }));
const tokens = { RSA: await opensslToken(byRsa), ECDSA: await opensslToken(byEc) };

// All eight bits of each byte in the full run, else one of each second byte.
const full = process.env.PORTKEEP_FULL === "1";
const limit = full ? 1_800_000 : 120_000;

/** Gives copies of the bytes with one bit changed, spread over all of them. */
function* flips(bytes: Uint8Array): Generator<{ copy: Buffer; at: number }> {
  for (let at = 0; at < bytes.length; at += full ? 1 : 2) {
    for (let bit = 0; bit < (full ? 8 : 1); bit++) {
      const copy = Buffer.from(bytes);
      copy.writeUInt8(copy.readUInt8(at) ^ (1 << ((at + bit) % 8)), at);
      yield { copy, at };
    }
  }
}

/** Gives the bytes with a part of them replaced by others. */
function spliced(bytes: Buffer) {
  return fc
    .tuple(fc.nat(bytes.length), fc.nat(20), fc.uint8Array({ maxLength: 20 }))
    .map(([start, count, other]) =>
      Buffer.concat([bytes.subarray(0, start), other, bytes.subarray(start + count)]),
    )
    .filter((other) => !other.equals(bytes));
}

describe.each(Object.entries(tokens))("a token by %s", (_, token) => {
  test("is trusted as it is", () => {
    expect(verifyToken(token, signature, { roots })).toMatchObject({ trusted: true, faults: [] });
  });

  test("is not trusted with any bit changed", { timeout: limit }, () => {
    const trusted = [];
    for (const { copy, at } of flips(token)) {
      const verdict = verifyToken(copy, signature, { roots });
      if (verdict.trusted || verdict.faults.length === 0) trusted.push(at);
    }
    expect(trusted).toEqual([]);
  });

  test("is not trusted with a part taken out, put in or replaced", { timeout: limit }, () => {
    fc.assert(
      fc.property(spliced(token), (other) => {
        expect(verifyToken(other, signature, { roots }).faults).not.toEqual([]);
      }),
      { numRuns: full ? 10_000 : 250 },
    );
  });

  test("is not trusted when it is cut off, wherever", { timeout: limit }, () => {
    for (let length = 0; length < token.length; length += full ? 1 : 5) {
      expect(verifyToken(token.subarray(0, length), signature, { roots }).faults).toHaveLength(1);
    }
  });
});

test("a counter-signature is not trusted with any bit changed", { timeout: limit }, async () => {
  const type = "1.2.840.113549.1.7.1";
  const der = valueAt(await opensslSigned(signature, timestampAuthority, { type, more: [] }), 1, 0, -1, 0);
  const certificates = [new X509Certificate(timestampAuthority.certificatePem)];
  const judge = (bytes: Uint8Array) => verifyCounterSignature(bytes, signature, { certificates, roots });
  expect(judge(der)).toMatchObject({ trusted: true });
  expect([...flips(der)].filter(({ copy }) => judge(copy).trusted).map(({ at }) => at)).toEqual([]);
});

describe("a reply", () => {
  const outcome = (reply: Uint8Array) => {
    try {
      return checkedToken(readReply(reply), { signature, nonce, roots, now: Date.now() });
    } catch (error) {
      return error;
    }
  };

  test("that was damaged is a failure of the authority, or gives the very token that was in it", {
    timeout: limit,
  }, () => {
    fc.assert(
      fc.property(spliced(byEc), (reply) => {
        const result = outcome(reply);
        if (result instanceof Uint8Array) expect(Buffer.from(result)).toEqual(tokens.ECDSA);
        else expect(result).toBeInstanceOf(AuthorityFailure);
      }),
      { numRuns: full ? 10_000 : 250 },
    );
  });

  test("of any bytes is a failure of the authority", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (reply) => {
        expect(outcome(reply)).toBeInstanceOf(AuthorityFailure);
      }),
      { numRuns: 1000 },
    );
  });
});

describe.each<[string, Buffer]>([
  ["sequences in one another", nested(50_000)],
  ["sequences without a length", Buffer.alloc(256 * 1024, Buffer.of(0x30, 0x80))],
  ["values beside one another", sequence(Buffer.alloc(250_000, Buffer.of(5, 0)))],
  ["a length that is far too long", Buffer.from("3088ffffffffffffffff", "hex")],
])("%s, as many as a reply can hold,", (_, bytes) => {
  test("are no timestamp", () => {
    expect(() => readReply(bytes)).toThrow(AuthorityFailure);
    expect(verifyToken(bytes, signature).faults).toEqual([{ code: "timestamp-unreadable", facts: {} }]);
    expect(verifyCounterSignature(bytes, signature, { certificates: [] }).faults).toHaveLength(1);
  });
});

function nested(levels: number): Buffer {
  const headers: Buffer[] = [];
  for (let length = 0; headers.length < levels; length += 5) headers.unshift(header(length));
  return Buffer.concat(headers);
}

function sequence(content: Buffer): Buffer {
  return Buffer.concat([header(content.length), content]);
}

function header(length: number): Buffer {
  return Buffer.from(`3083${length.toString(16).padStart(6, "0")}`, "hex");
}
