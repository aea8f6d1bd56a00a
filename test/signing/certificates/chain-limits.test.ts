import { describe, test } from "vitest";
import { timeStamping } from "../../../src/signing/certificates/usage.ts";
import { type CertificateOptions, type Issued, issue, makeRoot } from "../pki.ts";
import { authority, expectVerdict, serverAuth, under } from "./chains.ts";

const root = await makeRoot();
const intermediate = await authority(root);

/** Makes the usual path with another leaf. */
async function withLeaf(options: CertificateOptions) {
  return { leaf: await issue(intermediate, options), others: [intermediate], roots: [root] };
}

describe("time", () => {
  const year2024 = {
    notBefore: new Date("2024-01-01T00:00:00Z"),
    notAfter: new Date("2024-12-31T23:59:59Z"),
  };

  test.each<[string, string[], string?]>([
    ["2023-12-31T23:59:59Z", ["not-yet-valid@0"]],
    ["2024-01-01T00:00:00Z", []],
    ["2024-12-31T23:59:58Z", []],
    ["2024-12-31T23:59:59Z", [], "RFC 5280 counts the last second in, openssl does not"],
    ["2025-01-01T00:00:00Z", ["expired@0"]],
  ])("at %s a leaf of 2024 has these faults: %j", async (at, faults, differs) => {
    const verdict = { length: 3, faults, ...(differs && { differs }) };
    await expectVerdict({ ...(await withLeaf(year2024)), at }, verdict);
  });

  test("counts for the intermediate", async () => {
    const between = await authority(root, year2024);
    const material = { leaf: await issue(between), others: [between], roots: [root] };
    await expectVerdict({ ...material, at: "2025-01-01T00:00:00Z" }, { length: 3, faults: ["expired@1"] });
  });

  test("counts for the root", async () => {
    const old = await makeRoot(year2024);
    const material = { leaf: await issue(old), roots: [old] };
    await expectVerdict({ ...material, at: "2025-01-01T00:00:00Z" }, { length: 2, faults: ["expired@1"] });
  });
});

describe("an authority", () => {
  test.each<[string, Record<string, string | null>, string[]]>([
    ["has to be one", { basicConstraints: "critical,CA:FALSE" }, ["not-an-authority@1"]],
    ["has to say so", { basicConstraints: null, keyUsage: null }, ["not-an-authority@1"]],
    ["has to be allowed to issue", { keyUsage: "critical,digitalSignature" }, ["may-not-issue@1"]],
    ["may leave its key usage open", { keyUsage: null }, []],
    ["may allow nothing below it but leaves", { basicConstraints: "critical,CA:TRUE,pathlen:0" }, []],
  ])("%s", async (_, extensions, faults) => {
    await expectVerdict(await under(extensions), { length: 3, faults });
  });

  test("that is trusted has to be one too", async () => {
    const pinned = await makeRoot({ extensions: { keyUsage: "critical,digitalSignature" } });
    const material = { leaf: await issue(pinned), roots: [pinned] };
    await expectVerdict(material, { length: 2, faults: ["may-not-issue@1"] });
  });

  test("is no leaf, even one that may sign code", async () => {
    const between = await issue(root);
    const material = { leaf: await issue(between), others: [between], roots: [root] };
    await expectVerdict(material, { length: 3, faults: ["not-an-authority@1", "may-not-issue@1"] });
  });

  test.each([
    [0, 2, ["path-too-long@2"]],
    [1, 2, []],
    [0, 1, []],
    [1, 3, ["path-too-long@3"]],
  ])(
    "that allows %i others below it stands above %i certificates with %j",
    async (pathlen, below, faults) => {
      const top = await makeRoot({ extensions: { basicConstraints: `critical,CA:TRUE,pathlen:${pathlen}` } });
      const others: Issued[] = [];
      for (let depth = 1; depth < below; depth += 1) {
        others.unshift(await authority(others[0] ?? top, { name: `Level ${depth}` }));
      }
      const material = { leaf: await issue(others[0] ?? top), others, roots: [top] };
      await expectVerdict(material, { length: below + 1, faults });
    },
  );
});

describe("the usage", () => {
  test.each<[string, CertificateOptions, string[], string?]>([
    ["is there", {}, []],
    ["may be one of several", { extensions: { extendedKeyUsage: "emailProtection,codeSigning" } }, []],
    ["is another", { usage: "serverAuth" }, ["usage-not-allowed@0"]],
    ["is not named", { usage: "none" }, ["usage-not-allowed@0"]],
    ["is anything at all", { usage: "anyExtendedKeyUsage" }, ["usage-not-allowed@0"]],
  ])("of code signing: %s", async (_, options, faults) => {
    const differs = faults.length > 0 ? "openssl 3.0 does not judge code signing" : undefined;
    await expectVerdict(await withLeaf(options), { length: 3, faults, ...(differs && { differs }) });
  });

  test.each([
    ["digitalSignature", []],
    ["digitalSignature,keyEncipherment", []],
    ["keyEncipherment", ["may-not-sign@0"]],
    ["nonRepudiation", ["may-not-sign@0"]],
  ])("of a leaf's key for code signing: %s", async (keyUsage, faults) => {
    const differs = faults.length > 0 ? "openssl 3.0 does not judge code signing" : undefined;
    const material = await withLeaf({ extensions: { keyUsage: `critical,${keyUsage}` } });
    await expectVerdict(material, { length: 3, faults, ...(differs && { differs }) });
  });

  test.each<[string, string, string[]]>([
    ["critical and alone", "critical,timeStamping", []],
    ["not critical", "timeStamping", ["usage-not-exclusive@0"]],
    ["not alone", "critical,timeStamping,codeSigning", ["usage-not-exclusive@0"]],
    ["another", "critical,codeSigning", ["usage-not-allowed@0"]],
  ])("of a timestamp authority: %s", async (_, extendedKeyUsage, faults) => {
    const material = await withLeaf({ extensions: { extendedKeyUsage } });
    await expectVerdict({ ...material, usage: timeStamping }, { length: 3, faults });
  });

  test.each([
    ["nonRepudiation", []],
    ["digitalSignature", []],
    ["keyEncipherment", ["may-not-sign@0"]],
  ])("of a timestamp authority's key: %s", async (keyUsage, faults) => {
    const material = await withLeaf({
      usage: "timeStamping",
      extensions: { keyUsage: `critical,${keyUsage}` },
    });
    await expectVerdict({ ...material, usage: timeStamping }, { length: 3, faults });
  });

  test.each<[string, string[], string?]>([
    ["serverAuth", []],
    ["clientAuth,serverAuth", []],
    ["codeSigning", ["usage-not-allowed@1"]],
    ["anyExtendedKeyUsage", [], "openssl 3.0 takes it for one more usage"],
  ])("has to be among those of the authorities above, as %s", async (extendedKeyUsage, faults, differs) => {
    const material = await under({ extendedKeyUsage }, { usage: "serverAuth" });
    const verdict = { length: 3, faults, ...(differs && { differs }) };
    await expectVerdict({ ...material, usage: serverAuth }, verdict);
  });

  test("has to be among those of the root", async () => {
    const top = await makeRoot({ usage: "codeSigning" });
    const material = { leaf: await issue(top, { usage: "serverAuth" }), roots: [top], usage: serverAuth };
    await expectVerdict(material, { length: 2, faults: ["usage-not-allowed@1"] });
  });
});

describe("a critical extension", () => {
  const unprocessed = "openssl processes it";

  test.each<[string, Record<string, string>, string[], string?]>([
    ["that nobody knows", { "1.2.3.4": "critical,ASN1:NULL" }, ["critical-extension@1"]],
    [
      "of name constraints",
      { nameConstraints: "critical,permitted;DNS:example.com" },
      ["critical-extension@1"],
      unprocessed,
    ],
    [
      "of policy constraints",
      { policyConstraints: "critical,requireExplicitPolicy:0" },
      ["critical-extension@1"],
      unprocessed,
    ],
    ["of policies", { certificatePolicies: "critical,1.2.3.4" }, []],
    ["of other names", { subjectAltName: "critical,DNS:example.com" }, []],
  ])("%s gives %j", async (_, extensions, faults, differs) => {
    await expectVerdict(await under(extensions), { length: 3, faults, ...(differs && { differs }) });
  });

  test("counts in the leaf, and not where it is not critical", async () => {
    const odd = await withLeaf({ extensions: { "1.2.3.4": "critical,ASN1:NULL" } });
    await expectVerdict(odd, { length: 3, faults: ["critical-extension@0"] });
    const fine = await withLeaf({ extensions: { "1.2.3.4": "ASN1:NULL", nsComment: "x" } });
    await expectVerdict(fine, { length: 3 });
  });
});
