import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeRequest } from "../../../src/signing/timestamp/request.ts";
import { contentOf, valuesIn } from "../oracles/der.ts";
import { runOn } from "../oracles/files.ts";

const message = Buffer.from("the octets of a signature");

test.each(["sha1", "sha256", "sha384"] as const)(
  "a request with %s says to openssl what it should",
  async (hash) => {
    const { der, nonce } = makeRequest(message, hash);
    const text = await runOn(
      { "query.tsq": der },
      ["openssl", "ts", "-query", "-in", "query.tsq", "-text"],
      ({ output }) => output,
    );
    expect(text).toContain("Version: 1\n");
    expect(text).toContain(`Hash Algorithm: ${hash}\n`);
    expect(text).toContain("Certificate required: yes\n");
    expect(text).toContain(`Nonce: 0x${Buffer.from(nonce).toString("hex").toUpperCase()}\n`);
    const dump = [...text.matchAll(/^ {4}[0-9a-f]{4} - ([0-9a-f -]{47})/gm)].map(([, line = ""]) => line);
    expect(dump.join("").replace(/[ -]/g, "")).toBe(createHash(hash).update(message).digest("hex"));
  },
);

test("a request is that of openssl, but for the nonce", async () => {
  const { der, nonce } = makeRequest(message, "sha256");
  const theirs = await runOn(
    { message },
    ["openssl", "ts", "-query", "-data", "message", "-sha256", "-cert", "-no_nonce", "-out", "query.tsq"],
    (_, folder) => readFileSync(join(folder, "query.tsq")),
  );
  const values = valuesIn(contentOf(Buffer.from(der)));
  expect(values.splice(2, 1)).toEqual([Buffer.concat([Buffer.of(2, nonce.length), nonce])]);
  expect(values).toEqual(valuesIn(contentOf(theirs)));
});

test("a nonce is new each time, a positive number of eight bytes", () => {
  const nonces = Array.from({ length: 500 }, () => makeRequest(message, "sha256").nonce);
  expect(new Set(nonces.map(String)).size).toBe(500);
  expect(new Set(nonces.map(({ length }) => length))).toEqual(new Set([8]));
  for (const [first = 0] of nonces) expect(first & 0xc0).toBe(0x40);
});
