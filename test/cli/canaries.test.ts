import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { privateParts, searchFor } from "./canaries.ts";
import { signers } from "./signed.ts";

const password = "canary 5d1e/+&\u00e4";
const { rsa2048, p256 } = signers;
const search = searchFor({ password }, { rsa: rsa2048.keyPem, ec: p256.keyPem });
const bytes = Buffer.from(password);

describe("the search finds a password", () => {
  test.each<[string, string | Buffer]>([
    ["as it is", `wrong: ${password}.`],
    ["in JSON", JSON.stringify({ password })],
    ["in a URL", `http://me:${encodeURIComponent(bytes.toString("latin1"))}@host`],
    ["in hex", bytes.toString("hex")],
    ["as a Buffer is printed", inspect(bytes)],
    ["as a Buffer is in JSON", JSON.stringify(bytes)],
    ["in base64", Buffer.from(`:${password}.`).toString("base64")],
    ["in UTF-16", Buffer.from(password, "utf16le")],
  ])("%s", (_, text) => {
    expect(search(Buffer.from(text as string).toString("latin1"))).toEqual(["password"]);
  });
});

describe.each([
  ["rsa", rsa2048],
  ["ec", p256],
])("the search finds a private key: %s", (name, { keyPem }) => {
  const [part = Buffer.alloc(0)] = privateParts(keyPem);
  test.each([
    ["as PEM", keyPem],
    ["in part", keyPem.slice(100, -100)],
    ["as a Buffer is printed", inspect(part)],
    ["as a Buffer is in JSON", JSON.stringify(part)],
    ["as its bytes are", part.toString("latin1")],
    ["in hex", part.toString("hex")],
  ])("%s", (_, text) => {
    expect(search(text)).toEqual([name]);
  });
});

test("the search finds nothing in what is public", () => {
  expect(search(rsa2048.chainPem + p256.chainPem)).toEqual([]);
});
