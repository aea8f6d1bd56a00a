import { createHash, createPrivateKey, sign } from "node:crypto";
import { algorithm, attribute, integer, octets, oid, sequence, set, value } from "../cms/der-writer.ts";
import { chainOf, hashOids, type SignedDataParts } from "../cms/signed-data.ts";
import { valueAt } from "../oracles/der.ts";
import type { Issued } from "../pki.ts";
import { opensslSigned } from "../timestamp/openssl-ts.ts";
import {
  indirectData,
  signedScript,
  signers,
  text,
  timestampAuthority,
  windowsAttributes,
} from "./scripts.ts";

export const tokenOid = "1.3.6.1.4.1.311.3.3.1";
export const counterSignatureOid = "1.2.840.113549.1.9.6";

/** Gives the octets of a signature for the usual text. */
export function signatureBy(signer: Issued = signers.p256): Buffer {
  return sign("sha256", set(...windowsAttributes(indirectData(text))), createPrivateKey(signer.keyPem));
}

/** Lets openssl sign, as a timestamp authority, that a signature was there at some time. */
export function tokenFor(
  signature: Uint8Array,
  {
    time = "2021-06-01T12:00:00Z",
    authority = timestampAuthority,
    hash = "sha256" as "sha1" | "sha256",
  } = {},
): Promise<Buffer> {
  const imprint = createHash(hash).update(signature).digest();
  const content = sequence(
    integer(1),
    oid("1.2.3.4.1"),
    sequence(algorithm(hashOids[hash]), octets(imprint)),
    integer(1),
    value(0x18, Buffer.from(time.replace(/[-:T]/g, ""))),
  );
  return opensslSigned(content, authority);
}

/** Lets openssl make a counter-signature, the older kind of timestamp, at the present time. */
export async function counterSignature(
  signature: Uint8Array,
  authority = timestampAuthority,
): Promise<Buffer> {
  const type = "1.2.840.113549.1.7.1";
  return valueAt(await opensslSigned(signature, authority, { type, more: [] }), 1, 0, -1, 0);
}

/** Makes a script signed at a time that an authority vouches for. */
export async function stampedScript(
  options: Parameters<typeof tokenFor>[1] = {},
  odd: Partial<SignedDataParts> = {},
): Promise<Buffer> {
  const signature = signatureBy(odd.signer);
  const token = await tokenFor(signature, options);
  return signedScript({ signature, unsignedAttributes: [attribute(tokenOid, token)], ...odd });
}

/** Makes a script with a counter-signature, whose certificates are among those of the signature. */
export async function counterSignedScript(
  authority = timestampAuthority,
  signer = signers.p256,
): Promise<Buffer> {
  const signature = signatureBy(signer);
  const unsignedAttributes = [attribute(counterSignatureOid, await counterSignature(signature, authority))];
  const certificates = [...chainOf(signer), ...chainOf(authority)];
  return signedScript({ signer, signature, unsignedAttributes, certificates });
}
