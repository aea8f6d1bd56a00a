import type { X509Certificate } from "node:crypto";
import { PortkeepError } from "../../errors.ts";
import { readCertificate } from "../certificates/read.ts";
import type { SignedData } from "../cms/schema.ts";

const sequenceTag = 0x30;

/** Gives the certificates in a SignedData, without those of other kinds: Microsoft's tokens hold one of an attribute. */
export function certificatesOf({ certificates = [] }: SignedData): X509Certificate[] {
  return certificates
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
