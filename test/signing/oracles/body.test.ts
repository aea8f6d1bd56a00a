import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { pki } from "../pki.ts";
import { installTools } from "../tools.ts";
import { bodyDigest, signatureOf } from "./body.ts";
import { contentOf, valueAt, valuesIn } from "./der.ts";
import { signByOsslsigncode } from "./osslsigncode.ts";
import { sampleNames, samples } from "./samples.ts";

await installTools();
const { signers } = await pki();

const sha256 = (hex: string) => createHash("sha256").update(Buffer.from(hex, "hex")).digest();

describe("the digest of a script", () => {
  test.each([
    ["a text without a block", "61", "6100"],
    ["a byte order mark, which counts", "efbbbf61c3a9", "fffe6100e900"],
    ["the same text as UTF-16LE", "fffe6100e900", "fffe6100e900"],
    ["the same text as UTF-16BE", "feff006100e9", "fffe6100e900"],
    [
      "a block after CRLF",
      `610d0a0d0a${Buffer.from("# SIG # Begin signature block\r\n").toString("hex")}`,
      "61000d000a00",
    ],
    [
      "a block after LF",
      `610a0a${Buffer.from("# SIG # Begin signature block\n").toString("hex")}`,
      "61000a00",
    ],
  ])("is of its UTF-16LE: %s", (_, script, hashed) => {
    expect(bodyDigest(Buffer.from(script, "hex"), "sha256")).toEqual(sha256(hashed));
  });

  test.each(sampleNames)("is what osslsigncode signs: %s", async (name) => {
    const signed = await signByOsslsigncode(samples[name], { signer: signers.rsa2048 });
    const digestInfo = valueAt(signatureOf(signed), 1, 0, 2, 1, 0, 1);
    expect(contentOf(valueAt(digestInfo, 1))).toEqual(bodyDigest(samples[name], "sha256"));
    expect(bodyDigest(signed, "sha256")).toEqual(bodyDigest(samples[name], "sha256"));
  });
});

describe("a DER value", () => {
  const outer = Buffer.from("300a02010130050201020500", "hex");

  test("is taken apart", () => {
    expect(valuesIn(contentOf(outer)).map((value) => value.toString("hex"))).toEqual([
      "020101",
      "30050201020500",
    ]);
    expect(valueAt(outer, 1, 0).toString("hex")).toBe("020102");
  });

  test("may have a long length", () => {
    const long = Buffer.concat([Buffer.from("0482012c", "hex"), Buffer.alloc(300, 7)]);
    expect(contentOf(long)).toEqual(Buffer.alloc(300, 7));
  });

  test("that is not there is an error", () => {
    expect(() => valueAt(outer, 2)).toThrow("No value 2 in 300a");
  });
});
