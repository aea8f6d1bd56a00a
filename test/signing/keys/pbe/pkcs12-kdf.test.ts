import fc from "fast-check";
import forge from "node-forge";
import pbe from "node-forge/lib/pbe.js";
import { expect, test } from "vitest";
import { Budget } from "../../../../src/signing/keys/pbe/budget.ts";
import { passwordForms } from "../../../../src/signing/keys/pbe/password.ts";
import { derivePkcs12, purposes } from "../../../../src/signing/keys/pbe/pkcs12-kdf.ts";

test.each(["sha1", "sha256", "sha384", "sha512"] as const)(
  "with %s, the bytes are those of forge",
  (hash) => {
    const inputs = fc.record({
      password: fc.string({ maxLength: 80 }),
      salt: fc.uint8Array({ minLength: 1, maxLength: 150 }),
      iterations: fc.integer({ min: 1, max: 4 }),
      length: fc.integer({ min: 1, max: 150 }),
      purpose: fc.constantFrom("key", "iv", "mac"),
    });
    fc.assert(
      fc.property(inputs, ({ password, salt, iterations, length, purpose }) => {
        const [form] = passwordForms(password);
        const bytes = derivePkcs12(
          form?.utf16 ?? Buffer.alloc(0),
          { hash, salt, iterations, length, purpose },
          new Budget(),
        );
        const saltBuffer = forge.util.createBuffer(Buffer.from(salt).toString("latin1"));
        const wanted = pbe.generatePkcs12Key(
          password,
          saltBuffer,
          purposes[purpose],
          iterations,
          length,
          forge.md[hash].create(),
        );
        expect(bytes.toString("hex")).toBe(wanted.toHex());
      }),
      { numRuns: 60 },
    );
  },
);

test("without a byte of a password, the bytes are those of forge without one", () => {
  const wanted = {
    hash: "sha1",
    salt: Buffer.from("salt"),
    iterations: 3,
    length: 30,
    purpose: "key",
  } as const;
  const bytes = derivePkcs12(Buffer.alloc(0), wanted, new Budget());
  expect(bytes.toString("hex")).toBe(
    pbe.generatePkcs12Key(null, forge.util.createBuffer("salt"), 1, 3, 30).toHex(),
  );
});

test("more rounds than the budget has are not begun", () => {
  const wanted = {
    hash: "sha1",
    salt: Buffer.from("salt"),
    iterations: 5_000_001,
    length: 24,
    purpose: "key",
  } as const;
  expect(() => derivePkcs12(Buffer.alloc(2), wanted, new Budget())).toThrow(
    expect.objectContaining({ code: "key-too-costly", facts: { limit: 10_000_000 } }),
  );
});
