import { X509Certificate } from "node:crypto";
import { AsnConvert, OctetString } from "@peculiar/asn1-schema";
import { Integer, Sequence, Utf8String } from "asn1js";
import { describe, expect, test } from "vitest";
import { attribute } from "../../../src/signing/cms/attributes.ts";
import { type SignedData, SignedDataInfo, type SignerInfo } from "../../../src/signing/cms/schema.ts";
import { makeRequest } from "../../../src/signing/timestamp/request.ts";
import { verifyToken } from "../../../src/signing/timestamp/token.ts";
import { contentOf, valuesIn } from "../oracles/der.ts";
import { issue, pki } from "../pki.ts";
import { opensslReply, opensslToken } from "./openssl-ts.ts";

const { root, timestampAuthority, timestampRoot } = await pki();
const message = Buffer.from("the octets of a signature");
const roots = [new X509Certificate(timestampRoot.certificatePem)];
const between = await issue(timestampRoot, { name: "Between", ca: true });
const byEc = await tokenBy(await issue(between, { usage: "timeStamping" }));
const byRsa = await tokenBy(timestampAuthority);

async function tokenBy(authority: typeof between) {
  return opensslToken(await opensslReply(makeRequest(message, "sha256").der, authority));
}

/** Gives a token with something else in it, encoded well. */
function altered(token: Buffer, alter: (signedData: SignedData, signer: SignerInfo) => void): Buffer {
  const info = AsnConvert.parse(token, SignedDataInfo);
  const [signer] = info.content.signerInfos;
  if (!signer) throw new Error("no signer");
  alter(info.content, signer);
  const other = Buffer.from(AsnConvert.serialize(info));
  expect(other).not.toEqual(token);
  return other;
}

const note = new Utf8String({ value: "a note" });
const stranger = new Uint8Array(new X509Certificate(root.certificatePem).raw).buffer;
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** Gives the other of the two ECDSA signatures that hold wherever one does. */
function mirrored({ signature }: SignerInfo): OctetString {
  const [r = Buffer.of(), s = Buffer.of()] = valuesIn(contentOf(Buffer.from(signature.buffer)));
  const other = order - BigInt(`0x${contentOf(s).toString("hex")}`);
  const values = [Integer.fromBigInt(BigInt(`0x${contentOf(r).toString("hex")}`)), Integer.fromBigInt(other)];
  return new OctetString(new Sequence({ value: values }).toBER());
}

describe("a token's signature does not cover, and so it stays trusted with", () => {
  test.each<[string, Buffer, Parameters<typeof altered>[1]]>([
    ["its certificates in another order", byEc, ({ certificates }) => certificates?.reverse()],
    ["a certificate more, which leads nowhere", byEc, ({ certificates }) => certificates?.push(stranger)],
    [
      "a note beside the signature",
      byRsa,
      (_, signer) => {
        signer.unsignedAttributes = [attribute("1.2.3.4", note)];
      },
    ],
    [
      "lists of revocations, which are not read",
      byRsa,
      (signedData) => {
        signedData.revocationLists = [new Sequence().toBER()];
      },
    ],
    [
      "NULL left out where an algorithm has no parameters",
      byRsa,
      (_, { digestAlgorithm }) => {
        delete digestAlgorithm.parameters;
      },
    ],
    [
      "the signature named with its hash, as RFC 5652 has it too",
      byRsa,
      (_, { signatureAlgorithm }) => {
        signatureAlgorithm.algorithm = "1.2.840.113549.1.1.11";
      },
    ],
    [
      "the mirror image of an ECDSA signature",
      byEc,
      (_, signer) => {
        signer.signature = mirrored(signer);
      },
    ],
  ])("%s", (_, token, alter) => {
    expect(verifyToken(altered(token, alter), message, { roots })).toMatchObject({
      trusted: true,
      faults: [],
    });
  });
});

describe("nor does it cover, but a token is refused with", () => {
  test.each<[string, Parameters<typeof altered>[1]]>([
    [
      "another version",
      (signedData) => {
        signedData.version = 1;
      },
    ],
    [
      "another version of its signer",
      (_, signer) => {
        signer.version = 3;
      },
    ],
    [
      "no hash announced",
      (signedData) => {
        signedData.digestAlgorithms = [];
      },
    ],
    [
      "another hash announced",
      ({ digestAlgorithms: [algorithm] }) => {
        if (algorithm) algorithm.algorithm = "2.16.840.1.101.3.4.2.2";
      },
    ],
    [
      "parameters for a hash",
      (_, { digestAlgorithm }) => {
        digestAlgorithm.parameters = note.toBER();
      },
    ],
    [
      "parameters for a signature",
      (_, { signatureAlgorithm }) => {
        signatureAlgorithm.parameters = note.toBER();
      },
    ],
    [
      "the signer there twice",
      ({ signerInfos }, signer) => {
        signerInfos.push(signer);
      },
    ],
  ])("%s", (_, alter) => {
    expect(verifyToken(altered(byRsa, alter), message, { roots })).toMatchObject({
      faults: [{ code: "timestamp-unreadable" }],
    });
  });
});
