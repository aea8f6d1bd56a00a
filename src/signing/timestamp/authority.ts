import type { X509Certificate } from "node:crypto";
import { PortkeepError } from "../../errors.ts";
import type { HashName } from "../hash.ts";
import { limit } from "../limit.ts";
import { parseAddress, shownAddress } from "./address.ts";
import { checkedToken } from "./checked-token.ts";
import { type Clock, systemClock } from "./clock.ts";
import { exchange } from "./exchange.ts";
import { AuthorityFailure, type Failure, isPassing, waitAskedFor } from "./failure.ts";
import { makePace, type Pace } from "./pace.ts";
import { readReply } from "./reply.ts";
import { makeRequest } from "./request.ts";

export interface TimestampAuthorityOptions {
  /** Addresses of authorities, http or https, in the order in which they are tried. */
  urls: readonly string[];
  /** Where they are given, an authority has to lead to one of them. */
  roots?: readonly X509Certificate[] | undefined;
  /** From one request to the next at the same address; none by default. */
  minIntervalMs?: number | undefined;
  clock?: Clock | undefined;
}

export interface TimestampAuthority {
  /**
   * Gives the DER of a token that puts a time to a signature, checked. Throws `timestamp-failed`.
   */
  stamp(signature: Uint8Array, hash: HashName): Promise<Uint8Array>;
}

interface Address {
  url: URL;
  pace: Pace;
}

/** How many timestamps are asked for at once. */
const mostAtOnce = 4;
/** For one request with its answer. */
const timeoutMs = 20_000;
/** How often all addresses are tried again after all have failed. */
const retries = 3;
const firstWaitMs = 1000;

/** Gives an authority that stands for all those addresses. Throws `timestamp-address`. */
export function timestampAuthority(options: TimestampAuthorityOptions): TimestampAuthority {
  const { roots, clock = systemClock } = options;
  const places = limit(mostAtOnce);
  const addresses = options.urls.map(
    (url): Address => ({ url: parseAddress(url), pace: makePace(options.minIntervalMs ?? 0, clock) }),
  );
  // The one that gave the last timestamp.
  let preferred = addresses[0];

  async function ask({ url, pace }: Address, signature: Uint8Array, hash: HashName): Promise<Uint8Array> {
    const request = makeRequest(signature, hash);
    await pace.turn();
    const reply = await exchange(url, request.der, timeoutMs);
    return checkedToken(readReply(reply), { signature, nonce: request.nonce, roots, now: clock.now() });
  }

  async function stamp(signature: Uint8Array, hash: HashName): Promise<Uint8Array> {
    const failures = new Map<Address, Failure>();
    let round = [...addresses].sort((a, b) => Number(b === preferred) - Number(a === preferred));
    for (let attempt = 0; attempt <= retries && round.length > 0; attempt++) {
      if (attempt > 0) await clock.sleep(firstWaitMs * 2 ** (attempt - 1));
      const later: Address[] = [];
      for (const address of round) {
        try {
          const token = await ask(address, signature, hash);
          preferred = address;
          return token;
        } catch (error) {
          if (!(error instanceof AuthorityFailure)) throw error;
          failures.set(address, error.failure);
          if (!isPassing(error.failure)) continue;
          address.pace.postpone(waitAskedFor(error.failure));
          later.push(address);
        }
      }
      round = later.sort(byFree);
    }
    const attempts = [...failures].map(([{ url }, failure]) => ({ address: shownAddress(url), failure }));
    throw new PortkeepError("timestamp-failed", { attempts });
  }

  return { stamp: (signature, hash) => places.run(() => stamp(signature, hash)) };
}

// An address that asked for a long wait must not hold up one that did not.
function byFree(a: Address, b: Address): number {
  return a.pace.free - b.pace.free;
}
