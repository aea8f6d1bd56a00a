import type { X509Certificate } from "node:crypto";
import { fieldsOf } from "./fields.ts";

/** What a signer's certificate has to be for: object identifiers of extended key usages. */
export const codeSigning = "1.3.6.1.5.5.7.3.3";
export const timeStamping = "1.3.6.1.5.5.7.3.8";

/** Stands for every usage; it counts in the certificates of authorities, where it limits nothing. */
export const anyUsage = "2.5.29.37.0";

const lifetimeSigning = "1.3.6.1.4.1.311.10.3.13";

/**
 * Says whether signatures end with this certificate, whatever their timestamps, since its usage is Microsoft's Lifetime
 * Signing too. Throws `certificate-unreadable`.
 */
export function endsSignatures(signer: X509Certificate): boolean {
  return fieldsOf(signer).extendedKeyUsage?.oids.includes(lifetimeSigning) ?? false;
}
