import { sign } from "node:crypto";
import { describe, expect, test } from "vitest";
import { scriptSigner } from "../../../src/signing/authenticode/sign.ts";
import { algorithm, attribute, nothing, octets, oid, sequence, set } from "../cms/der-writer.ts";
import { chainOf, hashOids, keyIdentifier, type SignedDataParts, signerInfo } from "../cms/signed-data.ts";
import { nodeSigner } from "../node-signer.ts";
import { contentOf, valueAt } from "../oracles/der.ts";
import { keyKinds } from "../pki.ts";
import {
  codesOf,
  indirectData,
  indirectDataOid,
  signatureFor,
  signedScript,
  signers,
  text,
  verify,
  windowsAttributes,
  withBlock,
} from "./scripts.ts";

const { p256, p384, rsa2048 } = signers;
const content = indirectData(text);
const findingsOf = (odd: Partial<SignedDataParts>) => verify(signedScript(odd)).findings;

test("the signatures made here are those that are made in earnest", async () => {
  const signer = scriptSigner(nodeSigner(rsa2048), { hash: "sha384" });
  expect(await signer(Buffer.from(text))).toEqual(signedScript({ signer: rsa2048, hash: "sha384" }));
});

describe("a signature is accepted", () => {
  test.each(
    keyKinds.flatMap((kind) =>
      (["sha256", "sha384", "sha512"] as const).map((hash) => [kind, hash] as const),
    ),
  )("by %s with %s", (kind, hash) => {
    expect(verify(signedScript({ signer: signers[kind], hash }))).toMatchObject({ hash, findings: [] });
  });

  test.each<[string, Partial<SignedDataParts>]>([
    [
      "with SHA-1 under the key's name with the hash",
      { hash: "sha1", signer: rsa2048, signatureAlgorithm: algorithm("1.2.840.113549.1.1.5") },
    ],
    ["with SHA-1 on a curve", { hash: "sha1" }],
  ])("%s where SHA-1 is allowed", (_, odd) => {
    expect(verify(signedScript(odd), { allowSha1: true })).toMatchObject({ hash: "sha1", findings: [] });
    expect(codesOf(signedScript(odd))).toEqual(["hash-weak"]);
  });

  test.each<[string, Partial<SignedDataParts>]>([
    [
      "with hash and key named in one",
      { signer: rsa2048, signatureAlgorithm: algorithm("1.2.840.113549.1.1.11") },
    ],
    ["with NULL after ECDSA's name", { signatureAlgorithm: algorithm("1.2.840.10045.4.3.2") }],
    [
      "without NULL after the hash's name",
      { algorithms: [bare(hashOids.sha256)], hashAlgorithm: bare(hashOids.sha256) },
    ],
    [
      "with another attribute under it",
      { signedAttributes: [...windowsAttributes(content), attribute("1.2.3.4", oid("1.2.3"))] },
    ],
    [
      "with only the attributes that any signature has",
      { signedAttributes: windowsAttributes(content).filter((_, index) => index % 2 === 1) },
    ],
  ])("%s, as other programs write it", (_, odd) => {
    expect(codesOf(signedScript(odd))).toEqual([]);
  });
});

describe("the version is not the first, which Windows writes,", () => {
  const byKey = keyIdentifier(p256);
  test.each<[string, Partial<SignedDataParts>, number[]]>([
    ["of the whole", { dataVersion: 3 }, [3]],
    ["of the signer", { version: 3 }, [3]],
    ["of both", { dataVersion: 4, version: 3 }, [4, 3]],
    ["of a signer named by its key", { dataVersion: 3, version: 3, identifier: byKey }, [3]],
    ["of a signer named by its key, who says it is", { identifier: byKey }, [3]],
    ["but a zeroth", { dataVersion: 0, version: 0 }, [0]],
  ])("%s", (_, odd, versions) => {
    const findings = versions.map((version) => ({ code: "signature-version", facts: { version } }));
    expect(findingsOf(odd)).toEqual(findings);
  });

  test("and the content an OCTET STRING, as RFC 5652 has it", () => {
    const wrapped = octets(content);
    expect(codesOf(signedScript({ dataVersion: 3, content: wrapped }))).toEqual([
      "signature-version",
      "file-type",
    ]);
  });
});

describe("what is signed is not for this kind of file, where it is", () => {
  test.each<[string, Partial<SignedDataParts>]>([
    [
      "for a package of Windows Installer",
      { content: indirectData(text, { fileType: "000c10f1-0000-0000-c000-000000000046" }) },
    ],
    ["an OCTET STRING", { content: octets(content) }],
    ["empty", { content: sequence() }],
    ["nothing", { content: null, signedAttributes: windowsAttributes(sequence()) }],
    ["followed by something", { content: sequence(contentOf(content), nothing) }],
    ["a digest that is too short", { content: withDigest(Buffer.alloc(31)) }],
    [
      "under another kind of digest",
      {
        content: Buffer.from(
          content.toString("latin1").replace("\x82\x37\x02\x01\x1e", "\x82\x37\x02\x01\x0f"),
          "latin1",
        ),
      },
    ],
    [
      "with something in the reserved fields",
      { content: Buffer.from(content.toString("latin1").replace("\x02\x01\x00", "\x02\x01\x01"), "latin1") },
    ],
  ])("%s", (_, odd) => {
    expect(findingsOf(odd)).toEqual([{ code: "file-type", facts: {} }]);
  });

  test.each<[string, string]>([
    ["plain data", "1.2.840.113549.1.7.1"],
    ["a list of trusted certificates", "1.3.6.1.4.1.311.10.1"],
  ])("said to be %s", (_, type) => {
    const codes = ["file-type"];
    expect(codesOf(signedScript({ type }))).toEqual(codes);
    const contentType = attribute("1.2.840.113549.1.9.3", oid(type));
    const signedAttributes = [contentType, ...windowsAttributes(content).filter((_, index) => index !== 1)];
    expect(codesOf(signedScript({ type, signedAttributes }))).toEqual(["signer-fault", ...codes]);
  });
});

describe("hashes are mixed, where", () => {
  const [sha256, sha384, sha1] = [hashOids.sha256, hashOids.sha384, hashOids.sha1].map((type) =>
    algorithm(type),
  );
  test.each<[string, Partial<SignedDataParts>, string[]]>([
    [
      "that of the text is another",
      { content: indirectData(text, { hash: "sha512" }) },
      ["sha256", "sha512"],
    ],
    ["that of the text is SHA-1", { content: indirectData(text, { hash: "sha1" }) }, ["sha256", "sha1"]],
    ["another is announced", { algorithms: [sha384 ?? nothing] }, ["sha384", "sha256"]],
    ["one more is announced", { algorithms: [sha256 ?? nothing, sha1 ?? nothing] }, ["sha1", "sha256"]],
    ["an unknown one is announced", { algorithms: [algorithm("1.2.3.4")] }, ["1.2.3.4", "sha256"]],
    ["none is announced", { algorithms: [] }, ["sha256"]],
    ["one is announced twice", { algorithms: [sha256 ?? nothing, sha256 ?? nothing] }, ["sha256"]],
  ])("%s", (_, odd, hashes) => {
    expect(findingsOf(odd)).toEqual([{ code: "hash-mixed", facts: { hashes } }]);
  });

  test("many are announced, of which a few are told", () => {
    const algorithms = Array.from({ length: 100 }, (_, index) => algorithm(`1.2.3.${index}`));
    const [finding] = findingsOf({ algorithms });
    expect(finding).toMatchObject({ code: "hash-mixed", facts: { hashes: { length: 5 } } });
  });
});

describe("there is not one signer, but", () => {
  const [own, other] = [p256, p384].map((signer) =>
    signerInfo({ signer, signedAttributes: windowsAttributes(content) }, { type: indirectDataOid, content }),
  );
  test.each<[string, Buffer[]]>([
    ["none", []],
    ["two", [own ?? nothing, other ?? nothing]],
    ["the same twice", [own ?? nothing, own ?? nothing]],
  ])("%s", (_, all) => {
    const script = signedScript({
      signers: all,
      certificates: [...chainOf(p256), ...chainOf(p384).slice(0, 1)],
    });
    expect(verify(script)).toMatchObject({
      signer: null,
      findings: [{ code: "signer-count", facts: { count: all.length } }],
    });
  });
});

describe("the signer", () => {
  const usual = windowsAttributes(content);
  test.each<[string, Partial<SignedDataParts>, string[]]>([
    ["has no certificate here", { certificates: chainOf(p256).slice(1) }, ["certificate-missing"]],
    [
      "signed by a hash that is not trusted",
      { hashAlgorithm: algorithm("1.2.840.113549.2.5") },
      ["hash-unknown"],
    ],
    [
      "signed for another kind of content",
      { signedAttributes: usual.filter((_, index) => index !== 1) },
      ["content-type"],
    ],
    [
      "signed for another content",
      { signedAttributes: windowsAttributes(indirectData(`${text} `)) },
      ["message-digest"],
    ],
    [
      "signed by another algorithm",
      { signatureAlgorithm: algorithm("1.2.840.113549.1.1.1") },
      ["signature-algorithm"],
    ],
    ["signed with another key", { signature: sign("sha256", set(...usual), p384.keyPem) }, ["signature"]],
  ])("%s", (_, odd, faults) => {
    const found = findingsOf(odd).filter(({ code }) => code === "signer-fault");
    expect(found).toEqual(faults.map((fault) => ({ code: "signer-fault", facts: { fault } })));
  });

  test("signed the text of another script", () => {
    const script = withBlock(text, signatureFor("exit"));
    expect(codesOf(script)).toEqual(["text-changed"]);
    expect(codesOf(script, { roots: [], integrityOnly: true })).toEqual(["text-changed"]);
  });
});

function bare(type: string) {
  return algorithm(type, Buffer.of());
}

function withDigest(digest: Buffer): Buffer {
  return sequence(valueAt(content, 0), sequence(algorithm(hashOids.sha256), octets(digest)));
}
