import { writeFileSync } from "node:fs";
import { describe, test } from "vitest";
import { type Issued, issue, makeRoot } from "../pki.ts";
import { authority, expectVerdict, type Material, type Verdict } from "./chains.ts";

const [root, namesake, stranger, alone] = await Promise.all([
  makeRoot(),
  makeRoot(),
  makeRoot({ name: "Stranger" }),
  makeRoot({ name: "Alone", ca: false, usage: "codeSigning" }),
]);
const intermediate = await authority(root);
const [leaf, lower, direct, other] = await Promise.all([
  issue(intermediate),
  authority(intermediate, { name: "Lower" }),
  issue(root),
  authority(root),
]);
const lowest = await authority(lower, { name: "Lowest" });
const deep = await issue(lowest);

/** Gives a certificate with another last byte in its signature. */
function forged(issued: Issued): Issued {
  const der = Buffer.from(issued.certificatePem.replace(/-----.*-----/g, ""), "base64");
  der.writeUInt8(der.readUInt8(der.length - 1) ^ 1, der.length - 1);
  const certificateFile = `${issued.certificateFile}.forged`;
  const certificatePem = `-----BEGIN CERTIFICATE-----\n${der.toString("base64")}\n-----END CERTIFICATE-----\n`;
  writeFileSync(certificateFile, certificatePem);
  return { ...issued, certificatePem, certificateFile };
}

describe("the way to a root", () => {
  test.each<[string, Material, Verdict]>([
    ["goes over an intermediate", { leaf, others: [intermediate], roots: [root] }, { length: 3 }],
    ["may be direct", { leaf: direct, roots: [root] }, { length: 2 }],
    [
      "goes over several intermediates, in whatever order they are given",
      { leaf: deep, others: [lower, lowest, intermediate], roots: [root] },
      { length: 5 },
    ],
    [
      "is found among more than is needed, some of it twice",
      {
        leaf,
        others: [leaf, lower, intermediate, namesake, other, intermediate],
        roots: [stranger, root, root],
      },
      { length: 3 },
    ],
    [
      "may end with a root whose own signature is damaged, since nobody relies on it",
      { leaf: direct, others: [root], roots: [forged(root)] },
      { length: 2 },
    ],
    [
      "is found between two roots of one name",
      { leaf, others: [intermediate], roots: [namesake, root] },
      { length: 3 },
    ],
    ["may end with an intermediate that is trusted", { leaf, roots: [intermediate, root] }, { length: 2 }],
    ["may be no way at all, where the leaf itself is trusted", { leaf, roots: [leaf] }, { length: 1 }],
    [
      "may be no way at all, where a leaf that signed itself is trusted",
      { leaf: alone, roots: [alone] },
      { length: 1 },
    ],
  ])("%s", async (_, material, verdict) => {
    await expectVerdict(material, verdict);
  });

  test.each<[string, Material, Verdict]>([
    ["without the intermediate", { leaf, roots: [root] }, { length: 1, faults: ["untrusted@0"] }],
    ["without a root", { leaf, others: [intermediate] }, { length: 2, faults: ["untrusted@1"] }],
    [
      "where the root is only among the others",
      { leaf, others: [root, intermediate], roots: [stranger] },
      { length: 3, faults: ["untrusted@2"] },
    ],
    [
      "where another root has the same name",
      { leaf, others: [intermediate], roots: [namesake] },
      { length: 2, faults: ["untrusted@1"] },
    ],
    [
      "where another intermediate has the same name",
      { leaf, others: [other], roots: [root] },
      { length: 1, faults: ["untrusted@0"] },
    ],
    [
      "for a leaf that signed itself and is not trusted",
      { leaf: alone, others: [alone], roots: [root] },
      { length: 1, faults: ["untrusted@0"] },
    ],
    [
      "for a leaf with a forged signature",
      { leaf: forged(leaf), others: [intermediate], roots: [root] },
      { length: 1, faults: ["untrusted@0"] },
    ],
    [
      "over an intermediate with a forged signature",
      { leaf, others: [forged(intermediate)], roots: [root] },
      { length: 2, faults: ["untrusted@1"] },
    ],
  ])("is not found %s, and is given as far as it leads", async (_, material, verdict) => {
    await expectVerdict(material, verdict);
  });
});
