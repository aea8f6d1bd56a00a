import type { X509Certificate } from "node:crypto";
import { AuthorityFailure } from "./failure.ts";
import { readToken, verifyToken } from "./token.ts";

// Clocks that differ by more are set wrong; by less, it may be a time zone.
const mostApartMs = 24 * 60 * 60 * 1000;

/** What a token was asked for with. */
export interface Expected {
  signature: Uint8Array;
  nonce: Uint8Array;
  roots: readonly X509Certificate[] | undefined;
  /** Milliseconds since 1970. */
  now: number;
}

/** Gives a token back that is good, and the answer to what was asked. Throws AuthorityFailure. */
export function checkedToken(der: Uint8Array, { signature, nonce, roots, now }: Expected): Uint8Array {
  const { time, faults } = verifyToken(der, signature, { roots });
  const [fault] = faults;
  if (fault) throw new AuthorityFailure({ code: "token-faulty", facts: { fault } });
  if (!Buffer.from(readToken(der)?.info.nonce ?? []).equals(nonce)) {
    throw new AuthorityFailure({ code: "nonce-differs", facts: {} });
  }
  if (!time || Math.abs(time.getTime() - now) > mostApartMs) {
    const facts = { authority: time?.toISOString() ?? "", here: new Date(now).toISOString() };
    throw new AuthorityFailure({ code: "clocks-differ", facts });
  }
  return der;
}
