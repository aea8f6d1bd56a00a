import { AlgorithmIdentifier } from "@peculiar/asn1-x509";
import { type BaseBlock, Integer, Null, ObjectIdentifier, OctetString, Sequence } from "asn1js";
import { describe, expect, test } from "vitest";
import { Budget } from "../../../../src/signing/keys/pbe/budget.ts";
import { decrypt } from "../../../../src/signing/keys/pbe/decrypt.ts";
import { passwordForms } from "../../../../src/signing/keys/pbe/password.ts";

// That what is right is decrypted, the tests of keys and PFX show.

const sequence = (...value: BaseBlock[]) => new Sequence({ value: value as Sequence[] });
const oid = (value: string) => new ObjectIdentifier({ value });
const octets = (length: number) => new OctetString({ valueHex: Buffer.alloc(length) });
const integer = (value: number) => new Integer({ value });
const aes = (ivLength = 16) => sequence(oid("2.16.840.1.101.3.4.1.42"), octets(ivLength));

const pbes2 = (derivation: BaseBlock, cipher: BaseBlock = aes()) =>
  new AlgorithmIdentifier({
    algorithm: "1.2.840.113549.1.5.13",
    parameters: sequence(derivation, cipher).toBER(),
  });
const pbkdf2 = (rounds: number, hmac = "1.2.840.113549.2.9") =>
  sequence(
    oid("1.2.840.113549.1.5.12"),
    sequence(octets(8), integer(rounds), sequence(oid(hmac), new Null())),
  );
const scrypt = (cost: number, blockSize: number, parallel: number) =>
  sequence(
    oid("1.3.6.1.4.1.11591.4.11"),
    sequence(octets(8), integer(cost), integer(blockSize), integer(parallel)),
  );
const pkcs12 = (rounds: number) =>
  new AlgorithmIdentifier({
    algorithm: "1.2.840.113549.1.12.1.3",
    parameters: sequence(octets(8), integer(rounds)).toBER(),
  });

/** Tries to decrypt zeros; gives the error's code, or its name where the file is at fault. */
function outcome(algorithm: AlgorithmIdentifier, budget = new Budget()) {
  const [form] = passwordForms("secret");
  if (!form) throw new Error("a password has a form");
  try {
    return decrypt({ algorithm, data: Buffer.alloc(64) }, form, budget);
  } catch (error) {
    return (error as { code?: string }).code ?? (error as Error).name;
  }
}

describe("too costly are", () => {
  test.each([
    ["10,000,001 rounds of PBKDF2", pbes2(pbkdf2(10_000_001))],
    ["2^31 rounds of PBKDF2", pbes2(pbkdf2(2 ** 31))],
    ["2^52 rounds of PBKDF2", pbes2(pbkdf2(2 ** 52))],
    [
      "5,000,001 rounds of PBKDF2 where each needs two hashes",
      pbes2(pbkdf2(5_000_001, "1.2.840.113549.2.7")),
    ],
    ["5,000,001 rounds of PKCS#12, where each needs two hashes", pkcs12(5_000_001)],
    ["scrypt with much memory", pbes2(scrypt(2 ** 20, 8, 1))],
    ["scrypt with many blocks", pbes2(scrypt(2, 1, 2 ** 30))],
    ["scrypt with large blocks", pbes2(scrypt(2, 2 ** 30, 1))],
  ])("%s", (_, algorithm) => {
    expect(outcome(algorithm)).toBe("key-too-costly");
  });

  test("rounds that were few enough each, and are not together", () => {
    const budget = new Budget();
    budget.spend(9_999_000);
    expect(outcome(pbes2(pbkdf2(1000)), budget)).toBeNull();
    expect(outcome(pbes2(pbkdf2(1)), budget)).toBe("key-too-costly");
  });
});

describe("unknown are", () => {
  test.each([
    ["another scheme", new AlgorithmIdentifier({ algorithm: "1.2.3" })],
    ["what every object has", new AlgorithmIdentifier({ algorithm: "constructor" })],
    ["another derivation", pbes2(sequence(oid("1.2.3"), new Null()))],
    ["another hash in it", pbes2(pbkdf2(1, "1.2.3"))],
    ["another cipher", pbes2(pbkdf2(1), sequence(oid("1.2.3"), octets(16)))],
  ])("%s", (_, algorithm) => {
    expect(outcome(algorithm)).toBe("key-cipher-unsupported");
  });
});

describe("malformed are", () => {
  test.each([
    ["no rounds", pbes2(pbkdf2(0))],
    ["fewer than no rounds", pkcs12(-1)],
    ["costs of scrypt that are no power of two", pbes2(scrypt(3, 1, 1))],
    ["a cipher's start of another length", pbes2(pbkdf2(1), aes(8))],
    ["no parameters", new AlgorithmIdentifier({ algorithm: "1.2.840.113549.1.5.13" })],
  ])("%s", (_, algorithm) => {
    expect(outcome(algorithm)).toMatch(/Error$|^ERR_/);
  });
});
