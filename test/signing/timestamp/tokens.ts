import { X509Certificate } from "node:crypto";
import type { TimestampFault } from "../../../src/signing/timestamp/faults.ts";
import { readReply } from "../../../src/signing/timestamp/reply.ts";
import { makeRequest } from "../../../src/signing/timestamp/request.ts";
import { verifyToken } from "../../../src/signing/timestamp/token.ts";
import { type CertificateOptions, type Issued, issue, pki } from "../pki.ts";
import { type AuthorityOptions, opensslContent, opensslReply, opensslSigned } from "./openssl-ts.ts";

const { timestampAuthority, timestampRoot } = await pki();

export const message = Buffer.from("the octets of a signature");
export const roots = [new X509Certificate(timestampRoot.certificatePem)];

/** Gives a token for the message as `openssl ts` makes it. */
export async function tokenBy(
  authority: Issued,
  options?: AuthorityOptions,
  hash: "sha1" | "sha256" = "sha256",
): Promise<Buffer> {
  return Buffer.from(readReply(await opensslReply(makeRequest(message, hash).der, authority, options)));
}

export const good = await tokenBy(timestampAuthority);
const content = await opensslContent(good);

/** Makes a certificate under the root of timestamps. */
export function authorityWith(options: CertificateOptions = {}): Promise<Issued> {
  return issue(timestampRoot, { usage: "timeStamping", ...options });
}

/** Gives a token of that time by a signer whom `openssl ts` may find unfit. */
export function signedBy(
  signer: Issued,
  { time, ...options }: { time?: string; more?: string[]; type?: string } = {},
): Promise<Buffer> {
  const text = content.toString("latin1");
  const other = Buffer.from(time ? text.replace(/\d{14}(?=Z)/, time) : text, "latin1");
  return opensslSigned(other, signer, options);
}

/** Gives the faults of a token for the message, in short. */
export function codes(token: Uint8Array, options: Parameters<typeof verifyToken>[2] = { roots }): string[] {
  return verifyToken(token, message, options).faults.map(codeOf);
}

/** Gives a fault as its code, with that of the fault inside. */
export function codeOf({ code, facts }: TimestampFault): string {
  if (!("fault" in facts)) return code;
  return `${code}: ${typeof facts.fault === "string" ? facts.fault : facts.fault.code}`;
}
