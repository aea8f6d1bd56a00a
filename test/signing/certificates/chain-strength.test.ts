import { describe, test } from "vitest";
import { issue, makeRoot } from "../pki.ts";
import { authority, expectVerdict, type Verdict } from "./chains.ts";
import { ofVersion1, resigned } from "./resign.ts";

const root = await makeRoot({ key: "rsa2048" });
const intermediate = await authority(root, { key: "rsa2048" });
const leaf = await issue(intermediate);
const at = "2030-01-01T00:00:00Z";
const whole = { leaf, others: [intermediate], roots: [root], at };

describe("the hash under a signature", () => {
  test.each<[string, string[], Partial<Verdict>, string?]>([
    ["SHA-256", ["-sha256"], {}],
    ["SHA-384", ["-sha384"], {}],
    ["SHA-512", ["-sha512"], {}],
    ["SHA-1", ["-sha1"], { notes: [0] }],
    ["MD5", ["-md5"], { faults: ["weak-hash@0"] }],
    [
      "MD4",
      ["-md4", "-provider", "legacy", "-provider", "default"],
      { faults: ["weak-hash@0", "untrusted@0"], length: 1 },
    ],
    ["RIPEMD-160", ["-ripemd160"], { faults: ["weak-hash@0"] }, "nobody uses it, so it is not judged"],
    ["SHA-256 with PSS", ["-sha256", "-sigopt", "rsa_padding_mode:pss"], {}],
    ["SHA-1 with PSS", ["-sha1", "-sigopt", "rsa_padding_mode:pss"], { notes: [0] }],
  ])("of a leaf may be %s", async (_, options, verdict, differs) => {
    const signed = await resigned(leaf, intermediate, options);
    await expectVerdict({ ...whole, leaf: signed }, { length: 3, ...verdict, ...(differs && { differs }) });
  });

  test.each<[string, string[], { faults?: string[]; notes?: number[] }]>([
    ["SHA-1", ["-sha1"], { notes: [1] }],
    ["MD5", ["-md5"], { faults: ["weak-hash@1"] }],
  ])("of an intermediate may be %s", async (_, options, verdict) => {
    const signed = await resigned(intermediate, root, options);
    await expectVerdict({ ...whole, others: [signed] }, { length: 3, ...verdict });
  });

  test.each(["-sha1", "-md5"])("of a root does not count: %s", async (option) => {
    const signed = await resigned(root, root, [option]);
    await expectVerdict({ ...whole, roots: [signed] }, { length: 3 });
    await expectVerdict(
      { ...whole, roots: [], others: [signed, intermediate] },
      { length: 3, faults: ["untrusted@2"] },
    );
  });
});

describe("a key", () => {
  test.each([
    ["rsa512", ["weak-key@0"]],
    ["rsa1024", []],
    ["p384", []],
    ["p521", []],
    ["ed25519", []],
  ] as const)("of a leaf: %s gives %j", async (key, faults) => {
    await expectVerdict(
      { ...whole, leaf: await issue(intermediate, { key }) },
      { length: 3, faults: [...faults] },
    );
  });

  test("of an authority has to be as strong", async () => {
    const between = await authority(root, { key: "rsa768" });
    const material = { ...whole, leaf: await issue(between), others: [between] };
    await expectVerdict(material, { length: 3, faults: ["weak-key@1"] });
  });

  test("of a root has to be as strong", async () => {
    const weak = await makeRoot({ key: "rsa768" });
    const material = { leaf: await issue(weak), roots: [weak], at };
    await expectVerdict(material, { length: 2, faults: ["weak-key@1"] });
  });
});

describe("a certificate of version 1", () => {
  test("can be a root that is trusted", async () => {
    await expectVerdict({ ...whole, roots: [await ofVersion1(root)] }, { length: 3 });
  });

  test("is no authority otherwise", async () => {
    const old = await ofVersion1(root);
    await expectVerdict(
      { ...whole, roots: [], others: [intermediate, old] },
      { length: 3, faults: ["not-an-authority@2", "untrusted@2"] },
    );
  });
});
