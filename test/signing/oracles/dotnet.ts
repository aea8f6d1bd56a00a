import { sharedHost } from "../../rig/shared.ts";
import type { SignatureReport } from "../../rig/wire.ts";
import type { VerifyOptions } from "./files.ts";

/** Lets .NET judge a signed script: its digest, the CMS signature, chain and timestamps. */
export async function verifyByDotnet(script: Uint8Array, options: VerifyOptions): Promise<SignatureReport> {
  const { root, timestampRoot = root, time } = options;
  return (await sharedHost("linux")).signature(script, {
    roots: [root.certificatePem],
    timestampRoots: [timestampRoot.certificatePem],
    ...(time ? { time: time.toISOString() } : {}),
  });
}
