import { createHash, X509Certificate } from "node:crypto";
import { type VerifyOptions, verifyScript } from "../../../src/signing/verify/verify.ts";
import {
  algorithm,
  attribute,
  inBrackets,
  integer,
  octets,
  oid,
  sequence,
  value,
} from "../cms/der-writer.ts";
import {
  contentTypeAttribute,
  derOf,
  type Hash,
  hashOids,
  messageDigestAttribute,
  type SignedDataParts,
  signedData,
} from "../cms/signed-data.ts";
import { contentOf } from "../oracles/der.ts";
import { type Issued, pki } from "../pki.ts";

export const { root, intermediate, signers, timestampAuthority, timestampRoot } = await pki();

export const certificate = ({ certificatePem }: Issued) => new X509Certificate(certificatePem);

/** Gives the SHA-256 of a certificate in hexadecimal digits. */
export function sha256Of(issued: Issued): string {
  return createHash("sha256").update(derOf(issued)).digest("hex");
}

export const text = "Write-Output 'signed'\r\n# a comment\r\n";

export const indirectDataOid = "1.3.6.1.4.1.311.2.1.4";
const powershell = "603bcc1f-4b59-4e08-b724-d2c6297ef351";

/** Makes what Authenticode signs in place of a script: the kind of file, and the digest of its text. */
export function indirectData(
  body: string,
  { hash = "sha256", fileType = powershell }: { hash?: Hash; fileType?: string } = {},
): Buffer {
  const zeros = Array.from({ length: 5 }, () => integer(0));
  const digest = createHash(hash).update(Buffer.from(body, "utf16le")).digest();
  const info = sequence(value(0x02, Buffer.of(1, 0, 0)), octets(guid(fileType)), ...zeros);
  return sequence(
    sequence(oid("1.3.6.1.4.1.311.2.1.30"), info),
    sequence(algorithm(hashOids[hash]), octets(digest)),
  );
}

/** Gives the attributes that Windows puts under a signature. */
export function windowsAttributes(content: Buffer, hash: Hash = "sha256"): Buffer[] {
  const empty = value(0x80);
  return [
    attribute("1.3.6.1.4.1.311.2.1.12", sequence(inBrackets(0, empty), inBrackets(1, empty))),
    contentTypeAttribute(indirectDataOid),
    attribute("1.3.6.1.4.1.311.2.1.11", sequence(oid("1.3.6.1.4.1.311.2.1.21"))),
    messageDigestAttribute(createHash(hash).update(contentOf(content)).digest()),
  ];
}

/** Makes the signature of a script byte by byte, with whatever is to be odd in it. */
export function signatureFor(body: string, odd: Partial<SignedDataParts> = {}): Buffer {
  const { hash = "sha256", signer = signers.p256, content = indirectData(body, { hash }) } = odd;
  const signedAttributes = content ? windowsAttributes(content, hash) : [];
  return signedData({ type: indirectDataOid, signer, content, signedAttributes, ...odd });
}

/** Puts a signature under a text. */
export function withBlock(body: string, signature: Uint8Array, newline = "\r\n"): string {
  const lines = Buffer.from(signature)
    .toString("base64")
    .replace(/.{1,64}/g, `# $&${newline}`);
  const [begin, end] = ["# SIG # Begin signature block", "# SIG # End signature block"];
  return `${body}${newline}${begin}${newline}${lines}${end}${newline}`;
}

/** Makes a signed script with whatever is to be odd in its signature. */
export function signedScript(odd: Partial<SignedDataParts> = {}, body = text): Buffer {
  return Buffer.from(withBlock(body, signatureFor(body, odd)));
}

export const usual: VerifyOptions = {
  roots: [certificate(root)],
  signer: null,
  integrityOnly: false,
  timestampRoots: [certificate(timestampRoot)],
  allowSha1: false,
  now: new Date("2025-01-01T00:00:00Z"),
};

export const verify = (script: Uint8Array | string, options: Partial<VerifyOptions> = {}) =>
  verifyScript(Buffer.from(script), { ...usual, ...options });

/** Gives the codes of what is found in a script. */
export function codesOf(script: Uint8Array | string, options: Partial<VerifyOptions> = {}): string[] {
  return verify(script, options).findings.map(({ code }) => code);
}

/** Gives a GUID as Windows lays it out: its first three parts the other way round. */
function guid(text: string): Buffer {
  const parts = text.split("-").map((part) => Buffer.from(part, "hex"));
  return Buffer.concat(parts.map((part, index) => (index < 3 ? part.toReversed() : part)));
}
