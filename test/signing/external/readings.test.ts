import { generateKeyPairSync, sign, verify } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ecdsaDer, readings } from "../../../src/signing/external/readings.ts";

const bytes = Buffer.from([0xfb, 0xef, 0xbe, 0x00, 0x0a, 0xff]);
const hexOf = (written: string) =>
  readings(Buffer.from(written)).map((one) => Buffer.from(one).toString("hex"));

describe("an answer can be", () => {
  test.each([
    ["hex", "fbefbe000aff"],
    ["hex in capitals, with colons, on several lines", "FB:EF:BE:\n00:0A:FF\r\n"],
    ["base64", "++++AAr/"],
    ["base64 on several lines", "++++\nAAr/\n"],
    ["base64url", "----AAr_"],
    ["base64 behind a mark of UTF-8", "\ufeff++++AAr/"],
  ])("%s", (_, written) => {
    expect(hexOf(written)).toContain(bytes.toString("hex"));
  });

  test("padded base64, and base64url without its padding", () => {
    expect(hexOf("+/8=")).toContain("fbff");
    expect(hexOf("-_8")).toContain("fbff");
  });

  test("bytes, which come first, and are cut nowhere", () => {
    expect(readings(bytes)[0]).toEqual(bytes);
    expect(readings(Buffer.from(" 00\n"))[0]).toEqual(Buffer.from(" 00\n"));
  });

  test("nothing else: bytes that are no text have one reading", () => {
    expect(readings(Buffer.from([0x30, 0x45, 0x02, 0xff]))).toHaveLength(1);
    expect(hexOf("no signature!")).toHaveLength(1);
  });

  test("any bytes, in any of its forms", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), (signature) => {
        const buffer = Buffer.from(signature);
        for (const form of ["hex", "base64", "base64url"] as const) {
          expect(hexOf(buffer.toString(form))).toContain(buffer.toString("hex"));
        }
        expect(Buffer.from(readings(signature)[0] ?? []).equals(buffer)).toBe(true);
      }),
    );
  });
});

describe("the two numbers of an ECDSA signature become DER", () => {
  test.each([
    ["small numbers", "0001" + "007f", "30060201010201" + "7f"],
    ["a sign bit, which a zero hides", "0080" + "00ff", "3008020200800202" + "00ff"],
    ["zero", "0000" + "0001", "3006020100020101"],
    ["no leading zeros", "000100" + "ffffff", "300902020100020400ffffff".replace("3009", "300a")],
  ])("with %s", (_, numbers, der) => {
    expect(ecdsaDer(Buffer.from(numbers, "hex")).toString("hex")).toBe(der);
  });

  test.each(["P-256", "P-384", "P-521"])("that OpenSSL accepts, on %s", (namedCurve) => {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve });
    for (let i = 0; i < 50; i++) {
      const message = Buffer.from([i]);
      const numbers = sign("sha256", message, { key: privateKey, dsaEncoding: "ieee-p1363" });
      expect(verify("sha256", message, publicKey, ecdsaDer(numbers))).toBe(true);
    }
  });
});
