import { X509Certificate } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import { buildChain } from "../../../src/signing/certificates/chain.ts";
import { codeSigning } from "../../../src/signing/certificates/usage.ts";
import { issue, makeRoot } from "../pki.ts";
import { authority, expectVerdict, read } from "./chains.ts";
import { BasicConstraintsExtension, ExtendedKeyUsageExtension, generate, keyPair } from "./generated.ts";

const [root, older] = await Promise.all([makeRoot({ name: "New Root" }), makeRoot({ name: "Old Root" })]);
const intermediate = await authority(root);
const leaf = await issue(intermediate);
const past = { notAfter: new Date("2024-12-31T00:00:00Z") };

const differs = "openssl takes the first issuer that fits, and does not come back to the others";

describe("of several issuers", () => {
  test("the one counts that leads to a root that is trusted", async () => {
    const crossed = await authority(older, { key: intermediate });
    const [one, other] = [
      [crossed, intermediate],
      [intermediate, crossed],
    ];
    await expectVerdict({ leaf, others: one, roots: [older] }, { length: 3 });
    await expectVerdict({ leaf, others: other, roots: [root] }, { length: 3 });
    await expectVerdict({ leaf, others: one, roots: [root] }, { length: 3, differs });
    await expectVerdict({ leaf, others: other, roots: [older] }, { length: 3, differs });
  });

  test("the one counts that is still valid", async () => {
    const expired = await authority(root, { key: intermediate, ...past });
    for (const others of [
      [expired, intermediate],
      [intermediate, expired],
    ]) {
      await expectVerdict({ leaf, others, roots: [root] }, { length: 3 });
    }
    await expectVerdict({ leaf, others: [expired], roots: [root] }, { length: 3, faults: ["expired@1"] });
  });

  test("the one counts whose key made the signature", async () => {
    const others = await Promise.all([authority(root), authority(root), authority(older)]);
    await expectVerdict({ leaf, others: [...others, intermediate], roots: [root, older] }, { length: 3 });
  });

  test("the one counts that may be used for this", async () => {
    const limited = await authority(root, { key: intermediate, usage: "timeStamping" });
    const others = [limited, intermediate];
    await expectVerdict({ leaf, others, roots: [root] }, { length: 3 });
  });

  test("a longer way counts where the short one leads to no root", async () => {
    const crossed = await authority(older, { name: "New Root", key: root });
    await expectVerdict({ leaf, others: [intermediate, crossed, root], roots: [older] }, { length: 4 });
    await expectVerdict(
      { leaf, others: [intermediate, root, crossed], roots: [older] },
      { length: 4, differs },
    );
  });
});

describe("certificates that sign each other", () => {
  test("lead nowhere", async () => {
    const other = await authority(intermediate, { name: "Other" });
    const back = await authority(other, { key: intermediate });
    const material = { leaf: await issue(back), others: [back, other], roots: [root] };
    await expectVerdict(material, { length: 3, faults: ["untrusted@2"] });
  });

  test("lead to a root nevertheless", async () => {
    const other = await authority(intermediate, { name: "Other" });
    const back = await authority(other, { key: intermediate });
    await expectVerdict({ leaf, others: [back, other, intermediate], roots: [root] }, { length: 3 });
  });

  test("by the hundred, all of one name, take no more than so many signatures", async () => {
    const { leaf: meshed, others } = await mesh(10);
    const verify = vi.spyOn(X509Certificate.prototype, "verify");
    try {
      const at = new Date("2025-01-01");
      const chain = buildChain({ leaf: meshed, others, roots: [read(root)], at, usage: codeSigning });
      expect(chain.faults.map(({ code }) => code)).toContain("untrusted");
      expect(chain.path.length).toBeLessThanOrEqual(10);
      expect(verify.mock.calls.length).toBeGreaterThan(100);
      expect(verify.mock.calls.length).toBeLessThanOrEqual(300);
    } finally {
      verify.mockRestore();
    }
  });
});

/** Makes so many keys, each of which signs each, all under one name; and a leaf under them. */
async function mesh(size: number): Promise<{ leaf: X509Certificate; others: X509Certificate[] }> {
  const keys = await Promise.all(Array.from({ length: size }, keyPair));
  const pairs = keys.flatMap((one) => keys.map((other): [typeof one, typeof one] => [one, other]));
  const extensions = [new BasicConstraintsExtension(true)];
  return {
    leaf: await generate({
      subject: "CN=Leaf",
      issuer: "CN=Mesh",
      keys: pairs[0],
      extensions: [new ExtendedKeyUsageExtension([codeSigning])],
    }),
    others: await Promise.all(pairs.map((keys) => generate({ subject: "CN=Mesh", keys, extensions }))),
  };
}
