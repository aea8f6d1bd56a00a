import type { Failure } from "./failure.ts";

/** What each error about timestamps is made of. Addresses are shown without user, password and query. */
export interface TimestampErrorFacts {
  "timestamp-address": { address: string; problem: "form" | "scheme" | "credentials" };
  /** Each address with what came of the last attempt there. */
  "timestamp-failed": { attempts: { address: string; failure: Failure }[] };
}
