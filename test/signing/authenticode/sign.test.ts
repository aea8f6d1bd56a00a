import { describe, expect, test } from "vitest";
import { scriptSigner } from "../../../src/signing/authenticode/sign.ts";
import type { HashSigner } from "../../../src/signing/hash-signer.ts";
import { nodeSigner } from "../node-signer.ts";
import { bodyDigest, signatureOf } from "../oracles/body.ts";
import { contentOf, valueAt, valuesIn } from "../oracles/der.ts";
import { pki } from "../pki.ts";

const { signers } = await pki();
const script = Buffer.from("Write-Output 1\r\n");
const begin = "# SIG # Begin signature block";

const sign = scriptSigner(nodeSigner(signers.rsa2048), { hash: "sha256" });

/** Gives the parts of a SignedData: version, hashes, content, certificates, signers. */
const partsOf = (signed: Uint8Array) => valuesIn(contentOf(valueAt(signatureOf(signed), 1, 0)));

describe("signing again", () => {
  test("gives the same bytes, since RSA and no time are in them", async () => {
    const once = await sign(script);
    expect((await sign(once)).equals(once)).toBe(true);
    expect((await sign(script)).equals(once)).toBe(true);
  });

  test("replaces a signature by another signer", async () => {
    const other = await scriptSigner(nodeSigner(signers.p384), { hash: "sha384" })(script);
    expect((await sign(other)).equals(await sign(script))).toBe(true);
  });

  test("replaces a signature that has lost its last line end", async () => {
    const signed = await sign(script);
    expect((await sign(signed.subarray(0, -2))).equals(signed)).toBe(true);
  });

  test.each([
    ["that is followed by something", (text: string) => `${text}calc.exe\r\n`],
    ["that was cut off", (text: string) => text.slice(0, -40)],
    ["that was edited", (text: string) => text.replace(/\n# M/, "\ncalc.exe\r\n# M")],
    ["in the middle of the text", (text: string) => `${text}\r\n${text}`],
  ])("does not touch a signature %s", async (_, edit) => {
    const damaged = edit((await sign(script)).toString());
    await expect(sign(Buffer.from(damaged))).rejects.toMatchObject({
      code: "marker-in-text",
      facts: { line: 3, comment: begin },
    });
  });
});

test.each([
  ["CRLF", "a\r\nb\r\n", "\r\n"],
  ["LF", "a\nb\n", "\n"],
  ["no line end", "a", "\r\n"],
  ["nothing", "", "\r\n"],
])(
  "the block of a script with %s has its line ends, and all before it is unchanged",
  async (_, text, newline) => {
    const signed = (await sign(Buffer.from(text))).toString();
    expect(signed.startsWith(`${text}${newline}${begin}${newline}`)).toBe(true);
    expect(signed.endsWith(`# SIG # End signature block${newline}`)).toBe(true);
    const block = signed.slice(text.length);
    expect(block.split(newline).length).toBe(block.split("\n").length);
  },
);

test.each(["p256", "p384", "rsa2048"] as const)(
  "what differs from one script to the next is the hash and what follows from it: %s",
  async (kind) => {
    const signOne = scriptSigner(nodeSigner(signers[kind]), { hash: "sha256" });
    const [first, ...others] = await Promise.all(
      Array.from({ length: 30 }, (_, index) => signOne(Buffer.from(`Write-Output ${index}`))),
    );
    const [version, hashes, , certificates] = partsOf(first ?? script);
    for (const [index, other] of others.entries()) {
      const parts = partsOf(other);
      expect([parts[0], parts[1], parts[3]]).toEqual([version, hashes, certificates]);
      const digest = bodyDigest(Buffer.from(`Write-Output ${index + 1}`), "sha256");
      expect(parts[2]?.subarray(-digest.length)).toEqual(digest);
    }
  },
);

test("a signer whose certificate changes from one script to the next puts in each the one that signed it", async () => {
  const keys = [nodeSigner(signers.rsa2048), nodeSigner(signers.rsa3072)];
  let calls = 0;
  const turning: HashSigner = {
    concurrency: 1,
    close: async () => {},
    sign: (message, hash) => (keys[calls++ % 2] ?? nodeSigner(signers.p256)).sign(message, hash),
  };
  const signTurning = scriptSigner(turning, { hash: "sha256" });
  for (const kind of ["rsa2048", "rsa3072", "rsa2048"] as const) {
    const alone = await scriptSigner(nodeSigner(signers[kind]), { hash: "sha256" })(script);
    expect((await signTurning(script)).equals(alone)).toBe(true);
  }
});

test.each([
  ["a look-alike of the marker", "# SIG # Begin signature bloc\r\n", "marker-in-text"],
  ["a text in a code page", "# caf\xe9", "text-not-signable"],
])("nothing is signed for %s", async (_, text, code) => {
  let calls = 0;
  const counting: HashSigner = {
    ...nodeSigner(signers.rsa2048),
    sign: async () => {
      calls++;
      return { signature: new Uint8Array(256), chain: [] };
    },
  };
  const refused = scriptSigner(counting, { hash: "sha256" })(Buffer.from(text, "latin1"));
  await expect(refused).rejects.toMatchObject({ code });
  expect(calls).toBe(0);
});
