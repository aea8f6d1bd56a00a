import {
  type TimestampAuthorityOptions,
  timestampAuthority,
} from "../../../src/signing/timestamp/authority.ts";
import { testClock } from "./test-clock.ts";

export const signature = Buffer.from("the octets of a signature");

type Options = Omit<TimestampAuthorityOptions, "urls">;

/** Asks for a timestamp, on a clock that waits for nobody. */
export function stamp(urls: string[], options: Options = {}): Promise<Uint8Array> {
  return timestampAuthority({ urls, clock: testClock(), ...options }).stamp(signature, "sha256");
}

/** Gives what each address did, where none gave a timestamp. */
export async function attemptsOf(urls: string[], options: Options = {}) {
  return stamp(urls, options).then(
    () => "no failure",
    (error) => error.facts.attempts,
  );
}
