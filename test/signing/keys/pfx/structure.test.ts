import { createPublicKey } from "node:crypto";
import { ContentInfo } from "@peculiar/asn1-cms";
import { type MacData, SafeBag } from "@peculiar/asn1-pfx";
import { describe, expect, test } from "vitest";
import { readPfx } from "../../../../src/signing/keys/pfx/read.ts";
import { pki } from "../../pki.ts";
import { assemble, bagsOf, bagWith, partsOf, partWith, pbmac1, pkcs12Mac } from "./assemble.ts";
import { makeOpenPfx } from "./pfx.ts";

const { signers } = await pki();
const parts = partsOf(await makeOpenPfx(signers.p256));
const otherParts = partsOf(await makeOpenPfx(signers.p384));
const bags = parts.flatMap(bagsOf);
const certBag = "1.2.840.113549.1.12.10.1.3";
const withoutCertificates = otherParts.flatMap(bagsOf).filter(({ bagId }) => bagId !== certBag);

/** Gives the public key of what is read, or the error's code and facts. */
function outcome(pfx: Uint8Array, password = "secret") {
  try {
    return createPublicKey(readPfx(pfx, password).key).export({ type: "spki", format: "pem" });
  } catch (error) {
    const { code, facts } = error as { code: string; facts: object };
    return { code, facts };
  }
}

const wanted = createPublicKey(signers.p256.keyPem).export({ type: "spki", format: "pem" });
const unreadable = { code: "pfx-unreadable", facts: {} };
const wrong = (empty: boolean) => ({ code: "pfx-wrong-password", facts: { empty } });

describe("the MAC", () => {
  test.each<[string, string | null, string, unknown]>([
    ["of a password", "secret", "secret", wanted],
    ["of another password", "other", "secret", wrong(false)],
    ["of an empty password", "", "", wanted],
    ["of no password at all, where an empty one is given", null, "", wanted],
    ["of no password at all, where one is given", null, "secret", wrong(false)],
    ["of a password, where none is given", "secret", "", wrong(true)],
  ])("%s", (_, made, given, result) => {
    expect(outcome(assemble(parts, pkcs12Mac(made)), given)).toEqual(result);
  });

  test.each([
    ["the usual length", pbmac1("secret"), wanted],
    ["another password", pbmac1("other"), wrong(false)],
    ["the shortest key", pbmac1("secret", { length: 20 }), wanted],
    ["a key that is too short", pbmac1("secret", { length: 19 }), unreadable],
    ["a key that is too long", pbmac1("secret", { length: 513 }), unreadable],
  ])("of RFC 9579 with %s", (_, mac, result) => {
    expect(outcome(assemble(parts, mac))).toEqual(result);
  });

  test("counts over every byte", () => {
    const pfx = assemble(parts, pkcs12Mac("secret"));
    pfx.writeUInt8(pfx.readUInt8(200) ^ 1, 200);
    expect(outcome(pfx)).toEqual(wrong(false));
  });

  test.each([
    [0, unreadable],
    [-1, unreadable],
    [10_000_001, { code: "key-too-costly", facts: { limit: 10_000_000 } }],
    [2 ** 40, { code: "key-too-costly", facts: { limit: 10_000_000 } }],
  ])("with %i rounds is not computed", (iterations, result) => {
    const costly = (content: Buffer): MacData => Object.assign(pkcs12Mac("secret")(content), { iterations });
    expect(outcome(assemble(parts, costly))).toEqual(result);
  });
});

describe("the bags", () => {
  test("may be in others", () => {
    expect(outcome(assemble([partWith([bagWith([bagWith(bags)])])]))).toBe(wanted);
  });

  test("may be in others up to a depth", () => {
    const deep = (depth: number) =>
      partWith([Array.from({ length: depth }).reduce<SafeBag>((bag) => bagWith([bag]), bagWith(bags))]);
    expect(outcome(assemble([deep(10)]))).toBe(wanted);
    expect(outcome(assemble([deep(40)]))).toEqual(unreadable);
  });

  test("may be many, and not too many", () => {
    const certificates = bags.filter(({ bagId }) => bagId === certBag);
    const many = (count: number) =>
      partWith(Array.from({ length: count }, () => certificates[0] ?? new SafeBag()));
    expect(outcome(assemble([...parts, many(100)]))).toBe(wanted);
    expect(outcome(assemble([...parts, many(250)]))).toEqual(unreadable);
  });

  test("may hold what is neither a key nor an X.509 certificate", () => {
    const bag = (bagId: string) => new SafeBag({ bagId, bagValue: new Uint8Array([4, 1, 0]).buffer });
    const odd = partWith([
      bag("1.2.840.113549.1.12.10.1.4"),
      bag("1.2.840.113549.1.12.10.1.5"),
      bag("1.2.3"),
    ]);
    expect(outcome(assemble([odd, ...parts]))).toBe(wanted);
  });

  test("may hold several keys, where one has a certificate", () => {
    expect(outcome(assemble([partWith(withoutCertificates), ...parts]))).toBe(wanted);
  });

  test.each([
    ["of which each has a certificate", [...parts, ...otherParts]],
    [
      "of which none has one",
      [partWith(bags.filter(({ bagId }) => bagId !== certBag)), partWith(withoutCertificates)],
    ],
  ])("may not hold several keys %s", (_, several) => {
    expect(outcome(assemble(several))).toEqual({ code: "pfx-several-keys", facts: { count: 2 } });
  });

  test("may hold a key without a certificate", () => {
    expect(readPfx(assemble([partWith(withoutCertificates)]), "").certificates).toEqual([]);
  });

  test("may not hold a certificate that cannot be read", () => {
    const damaged = bags.map((bag) =>
      bag.bagId === certBag ? new SafeBag({ ...bag, bagValue: half(bag.bagValue) }) : bag,
    );
    expect(outcome(assemble([partWith(damaged)]))).toEqual(unreadable);
  });
});

describe("what is not protected by a password", () => {
  test("is told as such", () => {
    const enveloped = new ContentInfo({
      contentType: "1.2.840.113549.1.7.3",
      content: new Uint8Array([0x30, 0]).buffer,
    });
    expect(outcome(assemble([enveloped, ...parts]))).toEqual({
      code: "pfx-unsupported",
      facts: { oid: "1.2.840.113549.1.7.3" },
    });
  });
});

test.each<[string, Uint8Array]>([
  ["nothing", Buffer.alloc(0)],
  ["a text", Buffer.from("text")],
  ["a PEM", Buffer.from(signers.p256.keyPem)],
  ["half a PFX", assemble(parts).subarray(0, 500)],
  ["nesting without an end", Buffer.from("3080".repeat(100_000), "hex")],
])("%s is no PFX", (_, bytes) => {
  expect(outcome(bytes)).toEqual(unreadable);
});

/** Gives a value whose content has zeros in its second half. */
function half(value: ArrayBuffer): ArrayBuffer {
  const bytes = new Uint8Array(value.slice(0));
  return bytes.fill(0, bytes.length / 2).buffer;
}
