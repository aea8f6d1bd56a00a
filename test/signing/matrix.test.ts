import { describe, expect, test } from "vitest";
import { scriptSigner } from "../../src/signing/authenticode/sign.ts";
import { type HashName, hashes } from "../../src/signing/hash.ts";
import { makeRequest } from "../../src/signing/timestamp/request.ts";
import { sharedHost } from "../rig/shared.ts";
import { nodeSigner } from "./node-signer.ts";
import { signatureOf } from "./oracles/body.ts";
import { verifyByDotnet } from "./oracles/dotnet.ts";
import { signByOsslsigncode, verifyByOsslsigncode } from "./oracles/osslsigncode.ts";
import { sampleNames, samples } from "./oracles/samples.ts";
import { verifyBySmime } from "./oracles/smime.ts";
import { keyKinds, pki } from "./pki.ts";
import { opensslReply, opensslToken } from "./timestamp/openssl-ts.ts";
import { installTools } from "./tools.ts";

await Promise.all([installTools(), sharedHost("linux")]);
const { root, signers, timestampAuthority, timestampRoot } = await pki();
const signingTime = new Date("2024-05-06T07:08:09Z");

const oids = {
  sha256: { digest: "2.16.840.1.101.3.4.2.1", ecdsa: "1.2.840.10045.4.3.2" },
  sha384: { digest: "2.16.840.1.101.3.4.2.2", ecdsa: "1.2.840.10045.4.3.3" },
  sha1: { digest: "1.3.14.3.2.26", ecdsa: "1.2.840.10045.4.1" },
} as const satisfies Record<HashName, object>;
const rsaEncryption = "1.2.840.113549.1.1.1";
const opusInfo = "1.3.6.1.4.1.311.2.1.12";
const contentType = "1.2.840.113549.1.9.3";
const statementType = "1.3.6.1.4.1.311.2.1.11";
const messageDigest = "1.2.840.113549.1.9.4";

const isRsa = (kind: string) => kind.startsWith("rsa");
const rows = keyKinds.flatMap((kind) =>
  hashes
    // SHA-1 is for Server 2003, which knows no elliptic curves.
    .filter((hash) => hash !== "sha1" || isRsa(kind))
    .flatMap((hash) => sampleNames.map((name) => ({ kind, hash, name }))),
);
const rsaRows = rows.filter(({ kind }) => isRsa(kind));

test("every kind of key, hash and way of saving a script is in the matrix", () => {
  expect(rows.length).toBe((3 * 3 + 2 * 2) * 4);
});

describe.each(rows)("a script signed with $kind and $hash, $name", ({ kind, hash, name }) => {
  const sign = scriptSigner(nodeSigner(signers[kind]), { hash });

  test("is accepted by osslsigncode", async () => {
    const { ok, output } = await verifyByOsslsigncode(await sign(samples[name]), { root });
    expect(output).toContain("Signature verification: ok");
    expect(ok).toBe(true);
  });

  test("is accepted by .NET, which finds Windows' shape", async () => {
    const report = await verifyByDotnet(await sign(samples[name]), { root });
    expect(report).toMatchObject({
      problems: [],
      fileType: "603bcc1f-4b59-4e08-b724-d2c6297ef351",
      hash: oids[hash].digest,
      signers: [
        {
          version: 1,
          hash: oids[hash].digest,
          algorithm: isRsa(kind) ? rsaEncryption : oids[hash].ecdsa,
          signedAttributes: [opusInfo, contentType, statementType, messageDigest],
        },
      ],
    });
    expect(report.certificates.map(({ subject }) => subject).sort()).toEqual([
      "CN=Test Intermediate",
      `CN=Test Signer ${kind}`,
    ]);
  });

  test("is accepted by openssl smime", async () => {
    const { ok, output } = await verifyBySmime(await sign(samples[name]), { root });
    expect(output).toContain("Verification successful");
    expect(ok).toBe(true);
  });
});

describe("with osslsigncode's choice of attributes and a fixed time", () => {
  test.each(rsaRows)(
    "the file is its own, byte for byte: $kind, $hash, $name",
    async ({ kind, hash, name }) => {
      const sign = scriptSigner(nodeSigner(signers[kind]), { hash, style: { signingTime } });
      const [ours, theirs] = [
        await sign(samples[name]),
        await signByOsslsigncode(samples[name], { signer: signers[kind], hash, time: signingTime }),
      ];
      // It writes the block in CRLF after LF, too.
      expect(name === "ASCII with LF" ? signatureOf(ours) : ours).toEqual(
        name === "ASCII with LF" ? signatureOf(theirs) : theirs,
      );
    },
  );

  test.each(sampleNames)("its signature is replaced by the same: %s", async (name) => {
    const sign = scriptSigner(nodeSigner(signers.rsa2048), { hash: "sha256", style: { signingTime } });
    const theirs = await signByOsslsigncode(samples[name], { signer: signers.p256 });
    expect(await sign(theirs)).toEqual(await sign(samples[name]));
  });
});

describe.each([
  ["rsa3072", "sha256"],
  ["p384", "sha384"],
] as const)("a timestamp on a signature with %s and %s", (kind, hash) => {
  const stamp = async (signature: Uint8Array, name: HashName) =>
    opensslToken(await opensslReply(makeRequest(signature, name).der, timestampAuthority));
  const sign = scriptSigner(nodeSigner(signers[kind]), { hash, stamp });
  const script = samples["UTF-8 with a mark"];

  test("is accepted by osslsigncode", async () => {
    const { ok, output } = await verifyByOsslsigncode(await sign(script), { root, timestampRoot });
    expect(output).toContain("Timestamp verified using");
    expect(ok).toBe(true);
  });

  test("is accepted by .NET", async () => {
    const report = await verifyByDotnet(await sign(script), { root, timestampRoot });
    expect(report).toMatchObject({
      problems: [],
      signers: [{ timestamps: [{ kind: "rfc3161", signer: "CN=Test Timestamp Authority" }] }],
    });
  });
});
