import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Issued } from "../certificates.ts";
import { type Judgement, runOn, seconds, type VerifyOptions } from "./files.ts";

interface SignOptions {
  signer: Issued;
  hash?: "sha256" | "sha384" | "sha1";
  /** The signing time that it writes among the attributes. */
  time?: Date;
  /** Without both it writes no SpcSpOpusInfo. */
  description?: string;
  url?: string;
  /** Further options, such as `-nest`. */
  options?: readonly string[];
  /** Its own timestamp authority; `time` is what that writes. */
  timestamp?: { authority: Issued; time: Date };
}

/** Lets `osslsigncode` judge a signed script. It is blind to SignedData version 3 and to text after the block. */
export function verifyByOsslsigncode(script: Uint8Array, options: VerifyOptions): Promise<Judgement> {
  const { root, timestampRoot, time } = options;
  const given = [
    ...["osslsigncode", "verify", "-in", "script.ps1", "-CAfile", root.certificateFile],
    ...["-TSA-CAfile", (timestampRoot ?? root).certificateFile, "-ignore-cdp", "-ignore-crl"],
    ...(time ? ["-time", seconds(time)] : []),
  ] as const;
  return runOn({ "script.ps1": script }, [...given], (judgement) => judgement);
}

/** Gives a script signed by `osslsigncode`: an RSA key and a fixed time give the same bytes each time. */
export function signByOsslsigncode(script: Uint8Array, options: SignOptions): Promise<Buffer> {
  const { signer, hash = "sha256", time, description, url, timestamp } = options;
  const given = [
    ...["osslsigncode", "sign", "-in", "script.ps1", "-out", "signed.ps1", "-h", hash],
    ...["-certs", signer.chainFile, "-key", signer.keyFile],
    ...(time ? ["-time", seconds(time)] : []),
    ...(description ? ["-n", description] : []),
    ...(url ? ["-i", url] : []),
    ...(timestamp
      ? [
          ...["-TSA-certs", timestamp.authority.chainFile, "-TSA-key", timestamp.authority.keyFile],
          ...["-TSA-time", seconds(timestamp.time)],
        ]
      : []),
    ...(options.options ?? []),
  ] as const;
  return runOn({ "script.ps1": script }, [...given], ({ ok, output }, folder) => {
    if (!ok) {
      throw new Error(`osslsigncode did not sign:\n${output}`);
    }
    return readFileSync(join(folder, "signed.ps1"));
  });
}
