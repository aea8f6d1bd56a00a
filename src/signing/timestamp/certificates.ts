import type { X509Certificate } from "node:crypto";
import { PortkeepError } from "../../errors.ts";
import { readCertificate } from "../certificates/read.ts";
import type { SignedData } from "../cms/schema.ts";

const sequenceTag = 0x30;
// A chain has three or four.
const mostCertificates = 100;

/**
 * Gives the certificates in a SignedData, 100 at most, without those of other kinds: Microsoft's tokens hold one of an
 * attribute.
 */
export function certificatesOf({ certificates = [] }: SignedData): X509Certificate[] {
  return certificates
    .slice(0, mostCertificates)
    .map((der) => new Uint8Array(der))
    .filter(([tag]) => tag === sequenceTag)
    .flatMap((der) => {
      try {
        return [readCertificate(der)];
      } catch (error) {
        // One that cannot be read has signed nothing that could be checked.
        if (error instanceof PortkeepError) return [];
        throw error;
      }
    });
}
