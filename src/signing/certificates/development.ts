import type { X509Certificate } from "node:crypto";
import { wholeName } from "./names.ts";

/** The common name of every development certificate, by which it is known wherever it turns up. */
export const developmentName = "portkeep development certificate (not trusted)";

/** Says whether a certificate is one that portkeep made for a try. */
export function isDevelopment({ subject, issuer }: X509Certificate): boolean {
  return [subject, issuer].map(wholeName).some((name) => name.includes(developmentName));
}
