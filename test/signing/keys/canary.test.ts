import buffer from "node:buffer";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { PortkeepError } from "../../../src/errors.ts";
import { readPrivateKey } from "../../../src/signing/keys/pem.ts";
import { readPfx } from "../../../src/signing/keys/pfx/read.ts";
import { type Issued, makeRoot, pki } from "../pki.ts";
import { encryptions, openssl } from "./openssl-keys.ts";
import { makeOpenPfx, makePfx } from "./pfx/pfx.ts";

const { signers } = await pki();
const weak = await makeRoot({ key: "rsa1024" });
const canary = "canary-8f3a";
buffer.INSPECT_MAX_BYTES = Number.POSITIVE_INFINITY;

/** Gives texts of which none may be told: the password, and what the key consists of. */
function secretsOf(issued: Issued): string[] {
  const password = Buffer.from(canary);
  const der = keyBytes(issued);
  return [
    canary,
    password.toString("hex"),
    password.toString("base64").replace(/=+$/, ""),
    ...printed(password),
    ...printed(Buffer.from(canary, "utf16le")),
    ...(der.toString("base64").match(/.{12}/g) ?? []),
    ...Array.from({ length: der.length >> 3 }, (_, index) => der.subarray(8 * index, 8 * index + 8)).flatMap(
      (piece) => [piece.toString("hex"), ...printed(piece)],
    ),
  ];
}

function keyBytes({ keyPem }: Issued): Buffer {
  return Buffer.from(keyPem.replace(/-----.*-----/g, ""), "base64");
}

/** Gives what is printed of bytes: of a Buffer, and of another array. */
function printed(bytes: Buffer): string[] {
  return [bytes.toString("hex").replace(/..(?=.)/g, "$& "), bytes.join(", ")];
}

/** Gives a value with all in it, in one line. */
function shown(value: unknown): string {
  const options = { depth: null, showHidden: true, maxArrayLength: null, maxStringLength: null };
  return inspect(value, options).replace(/\s+/g, " ").toLowerCase();
}

/** Gives all that an error holds, whoever looks. */
function told(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(PortkeepError);
    return `${shown(error)}${JSON.stringify(error)}${(error as Error).stack}${(error as Error).message}`;
  }
  throw new Error("this was to fail");
}

const cut = (bytes: Buffer) => bytes.subarray(0, -30);

const failures: [string, Issued, () => unknown][] = [];
const add = (title: string, issued: Issued, work: () => unknown) => failures.push([title, issued, work]);

for (const options of [[], ["-legacy"], ["-nomac"]]) {
  const title = `a PFX ${options}`;
  const pfx = await makePfx(signers.p256, canary, options);
  add(`${title} under another password`, signers.p256, () => readPfx(pfx, `${canary}x`));
  add(`${title}, cut off`, signers.p256, () => readPfx(cut(pfx), canary));
}
const open = await makeOpenPfx(signers.p256);
const weakPfx = await makePfx({ ...weak, chainFile: weak.certificateFile }, canary);
add("an open PFX, cut off", signers.p256, () => readPfx(cut(open), canary));
add("a PFX with a weak key", weak, () => readPfx(weakPfx, canary));
add("a weak key", weak, () => readPrivateKey(Buffer.from(weak.keyPem), canary));
add("two keys", signers.p256, () => readPrivateKey(Buffer.from(signers.p256.keyPem.repeat(2)), canary));
add("a damaged key", signers.rsa2048, () =>
  readPrivateKey(Buffer.from(signers.rsa2048.keyPem.replace("MII", "MIJ")), canary),
);
for (const [title, options] of Object.entries(encryptions)) {
  const { keyFile } = signers.p256;
  const encrypted = openssl(["pkcs8", "-topk8", "-in", keyFile, "-passout", "PASSWORD", ...options], canary);
  add(`a key by ${title} under another password`, signers.p256, () =>
    readPrivateKey(encrypted, `${canary}x`),
  );
  add(`a key by ${title} without a password`, signers.p256, () => readPrivateKey(encrypted, null));
}

describe("nothing secret is told of", () => {
  test.each(failures)("%s", (_, issued, work) => {
    const text = told(work).toLowerCase();
    expect(secretsOf(issued).filter((secret) => text.includes(secret.toLowerCase()))).toEqual([]);
  });
});

test("the search finds what it searches for", () => {
  const secrets = secretsOf(signers.p256);
  const found = (value: unknown) => {
    return secrets.some((secret) => shown(value).includes(secret.toLowerCase()));
  };
  expect(found(new Error(`wrong: ${canary}`))).toBe(true);
  expect(found({ password: Buffer.from(canary) })).toBe(true);
  expect(found({ password: Buffer.from(canary, "utf16le") })).toBe(true);
  expect(found({ key: Buffer.from(keyBytes(signers.p256)) })).toBe(true);
  expect(found({ key: new Uint8Array(keyBytes(signers.p256)) })).toBe(true);
  expect(found(new Error("wrong"))).toBe(false);
});
