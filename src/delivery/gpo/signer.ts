import type { X509Certificate } from "node:crypto";
import { PortkeepError } from "../../errors.ts";
import type { Package } from "../package.ts";

/** Gives who signed the script. Throws `package-unsigned` where nobody did. */
export function requireSigner(tool: string, { signer }: Package): X509Certificate {
  if (!signer) throw new PortkeepError("package-unsigned", { tool });
  return signer;
}
