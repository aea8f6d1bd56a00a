import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readSignedData } from "../../../src/signing/cms/read.ts";
import { mutations } from "../certificates/mutations.ts";
import { attribute, inBrackets, nothing, octets, oid, sequence, value } from "../cms/der-writer.ts";
import { chainOf, derOf } from "../cms/signed-data.ts";
import { withSignature } from "../oracles/samples.ts";
import { codesOf, indirectDataOid, signedScript, signers, text, verify, withBlock } from "./scripts.ts";
import { tokenOid } from "./stamps.ts";
import { signedSubject } from "./subjects.ts";

const timeout = 120_000;
const { script, der } = await signedSubject(signers.p256, { stamped: true });

/** Judges a script, which must end in a verdict, and gives the codes found; an error of any kind fails the test. */
function refused(bytes: Uint8Array): string[] {
  const codes = codesOf(Buffer.from(bytes));
  expect(codes).not.toEqual([]);
  return codes;
}

const isRefused = (bytes: Uint8Array) => void refused(bytes);

const lines = fc.constantFrom(
  ...[
    "# SIG # Begin signature block",
    "# SIG # End signature block",
    "exit",
    "",
    "# TUlJ",
    "# ====",
    "@'",
    "'@",
  ],
  ...["# sig # begin signature block", "#", "# MIIG", "\ufeff", "# SIG #", "\u00e9"],
);
const newlines = fc.constantFrom("\r\n", "\n", "\r", "");

describe("there is a verdict, and no other end, on", () => {
  test("any bytes", { timeout }, () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), isRefused), { numRuns: 3000 });
  });

  test("any bytes after any mark", { timeout }, () => {
    const marks = fc.constantFrom([0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff], [0xff, 0xfe, 0, 0]);
    const marked = fc
      .tuple(marks, fc.uint8Array({ maxLength: 100 }))
      .map(([mark, bytes]) => Buffer.from([...mark, ...bytes]));
    fc.assert(fc.property(marked, isRefused), { numRuns: 2000 });
  });

  test("any lines of which blocks are made", { timeout }, () => {
    const texts = fc.array(fc.tuple(lines, newlines), { maxLength: 12 }).map((all) => all.flat().join(""));
    const saved = fc
      .tuple(texts, fc.constantFrom("utf8", "utf16le", "latin1"))
      .map(([all, how]) => Buffer.from(all, how as BufferEncoding));
    fc.assert(fc.property(saved, isRefused), { numRuns: 5000 });
  });

  test("a block of anything", { timeout }, () => {
    const blocks = fc
      .uint8Array({ minLength: 1, maxLength: 300 })
      .map((bytes) => Buffer.from(withBlock(text, bytes)));
    fc.assert(
      fc.property(blocks, (bytes) => void expect(refused(bytes)).toEqual(["signature-unreadable"])),
      { numRuns: 3000 },
    );
  });

  test("a damaged script", { timeout }, () => {
    const damaged = mutations(script).filter(
      (bytes) => !bytes.equals(script) && !bytes.equals(script.subarray(0, -2)),
    );
    fc.assert(fc.property(damaged, isRefused), { numRuns: 2000 });
  });

  test("a damaged signature in a whole block", { timeout }, () => {
    const damaged = mutations(der).filter((bytes) => bytes.length > 0 && !bytes.equals(der));
    fc.assert(
      fc.property(damaged, (bytes) => void refused(withSignature(script, bytes))),
      { numRuns: 1000 },
    );
  });

  test("a signature made of any values in any place", { timeout }, () => {
    fc.assert(
      fc.property(signatures, (bytes) => void refused(Buffer.from(withBlock(text, bytes)))),
      { numRuns: 3000 },
    );
  });
});

const leaves = fc.oneof(
  fc.constantFrom(
    nothing,
    oid(indirectDataOid),
    oid("1.2.840.113549.1.7.2"),
    oid("2.16.840.1.101.3.4.2.1"),
    oid(tokenOid),
  ),
  fc.constantFrom(
    ...chainOf(signers.p256),
    value(2, Buffer.of(1)),
    value(2, Buffer.of(3)),
    octets(Buffer.of()),
  ),
  fc.uint8Array({ maxLength: 8 }).map((bytes) => octets(bytes)),
);
const { tree } = fc.letrec<{ tree: Buffer }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaves,
    fc
      .tuple(fc.constantFrom(0x30, 0x31, 0xa0, 0xa1), fc.array(tie("tree"), { maxLength: 7 }))
      .map(([tag, parts]) => value(tag, ...parts)),
  ),
}));
const inner = fc.array(tree, { minLength: 3, maxLength: 7 }).map((parts) => sequence(...parts));
const signatures = fc.oneof(
  tree,
  inner.map((part) => sequence(oid("1.2.840.113549.1.7.2"), inBrackets(0, part))),
  fc
    .tuple(tree, tree)
    .map(([attributes, certificates]) =>
      sequence(
        oid("1.2.840.113549.1.7.2"),
        inBrackets(
          0,
          sequence(
            value(2, Buffer.of(1)),
            value(0x31),
            sequence(oid(indirectDataOid)),
            inBrackets(0, certificates),
            value(0x31, attributes),
          ),
        ),
      ),
    ),
);

describe("what is nested, long or many ends no less:", () => {
  const unreadable = ["signature-unreadable"];
  const many = 20_000;
  test.each<[string, () => Buffer, string[]]>([
    ["values within values without an end", () => Buffer.alloc(200_000, Buffer.of(0x30, 0x80)), unreadable],
    ["values within values, each with its length", () => nested(many), unreadable],
    ["values side by side", () => sequence(Buffer.alloc(400_000, nothing)), unreadable],
    ["a length of two hundred terabytes", () => Buffer.from("3088ffffffffffffffff", "hex"), unreadable],
    ["a length of four gigabytes", () => Buffer.from("3084ffffffff", "hex"), unreadable],
    ["a tag without an end", () => Buffer.alloc(100_000, 0x9f), unreadable],
    ["a number of many digits", () => Buffer.concat([oid("1.2"), Buffer.alloc(100_000, 0xff)]), unreadable],
  ])("%s", (_, make, codes) => {
    expect(readSignedData(make())).toBeNull();
    expect(refused(Buffer.from(withBlock(text, make())))).toEqual(codes);
  });

  test.each<[string, () => Buffer, string]>([
    [
      "a timestamp nested within itself",
      () => signedScript({ unsignedAttributes: [attribute(tokenOid, nested(many))] }),
      "timestamp",
    ],
    [
      "a signer's name nested within itself",
      () => signedScript({ identifier: nested(many) }),
      "signer-fault",
    ],
    ["a content nested within itself", () => signedScript({ content: nested(many) }), "file-type"],
    [
      "a certificate nested within itself",
      () => signedScript({ certificates: [...chainOf(signers.p256), nested(many)] }),
      "unknown-content",
    ],
    [
      "the same attribute thousands of times",
      () => signedScript({ unsignedAttributes: Array<Buffer>(many).fill(attribute("1.2.3", nothing)) }),
      "unknown-attribute",
    ],
    [
      "the same certificate thousands of times",
      () => signedScript({ certificates: Array<Buffer>(2000).fill(derOf(signers.p256)) }),
      "unknown-content",
    ],
    [
      "thousands of timestamps",
      () => signedScript({ unsignedAttributes: [attribute(tokenOid, ...Array<Buffer>(many).fill(nothing))] }),
      "several-timestamps",
    ],
    [
      "hashes by the thousand",
      () => signedScript({ algorithms: Array<Buffer>(many).fill(sequence(oid("1.2.3"))) }),
      "hash-mixed",
    ],
  ])("%s", (_, make, code) => {
    expect(refused(make())).toContain(code);
  });

  test.each<[string, string, string]>([
    ["a line of a million characters", "#".repeat(1_000_000), "unsigned"],
    ["a million lines that begin like a comment", "# \n".repeat(1_000_000), "unsigned"],
    [
      "a hundred thousand beginnings of a block",
      "\r\n# SIG # Begin signature block".repeat(100_000),
      "block-damaged",
    ],
    ["a hundred thousand blocks", withBlock("", Buffer.of(1)).repeat(100_000), "marker-in-text"],
    [
      "a block of a hundred thousand lines that ends in none",
      withBlock("", Buffer.alloc(4_800_000)).slice(0, -1).replace(/.$/, "x"),
      "block-damaged",
    ],
  ])("%s", (_, script, code) => {
    expect(verify(script).findings.map((finding) => finding.code)).toContain(code);
  });
});

/** Gives a sequence within a sequence and so on; only the lengths of the outer ones need as many digits as they have. */
function nested(levels: number): Buffer {
  const headers = Array.from({ length: levels }, (_, index) => {
    const length = (levels - 1 - index) * 5;
    return Buffer.from(`3083${length.toString(16).padStart(6, "0")}`, "hex");
  });
  return Buffer.concat(headers);
}
