import type { X509Certificate } from "node:crypto";
import { type SigningOptions, scriptSigner } from "../../signing/authenticode/sign.ts";
import type { Pin } from "../../signing/external/pin.ts";
import type { HashSigner } from "../../signing/hash-signer.ts";
import { timestampAuthority } from "../../signing/timestamp/authority.ts";
import type { Session } from "../io.ts";
import { certificatesIn } from "../verify/file.ts";
import type { SigningChoice } from "./options.ts";

/** Signs scripts as the options say. */
export interface OpenSigner {
  /** Gives the signed script. */
  sign(script: Uint8Array): Promise<Uint8Array>;
  /** Those to which its timestamps have to lead, where any are given. */
  timestampRoots?: readonly X509Certificate[] | undefined;
  /** How many scripts it signs at once. */
  readonly concurrency: number;
  /** Ends what was started for it. */
  close(): Promise<void>;
}

/** The same, with by whom its signatures are; null where the key is elsewhere, and nothing says whose it is. */
export interface PinnedSigner extends OpenSigner {
  pin: Pin | null;
}

/** Opens a signer of scripts over one of hashes, with timestamps where they are asked for. Throws `timestamp-address`, `file-*`, `certificate-*`. */
export async function openHashSigner(
  key: HashSigner,
  { hash, timestamp, timestampInterval = 0, timestampRoot }: SigningChoice,
  { io }: Session,
): Promise<OpenSigner> {
  const roots = timestampRoot === undefined ? undefined : await certificatesIn(timestampRoot, io);
  const authority =
    timestamp && timestampAuthority({ urls: timestamp, roots, minIntervalMs: 1000 * timestampInterval });
  const stamp: SigningOptions["stamp"] =
    // Authorities no longer take SHA-1, and the one in the timestamp need not be that of the script.
    authority && ((signature) => authority.stamp(signature, hash === "sha1" ? "sha256" : hash));
  const { concurrency } = key;
  const sign = scriptSigner(key, { hash, stamp });
  return { sign, timestampRoots: roots, concurrency, close: () => key.close() };
}
