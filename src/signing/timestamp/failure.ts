import type { TimestampFault } from "./faults.ts";

/** Each way in which one address can fail to give a timestamp. */
export interface FailureFacts {
  timeout: { seconds: number };
  /** `cause` is the system's or the TLS library's word, such as ECONNREFUSED. */
  connection: { cause: string };
  "http-status": { status: number; retryAfterSeconds: number | null };
  "redirect-limit": { limit: number };
  /** The address is empty where the answer named none. */
  "redirect-target": { address: string };
  "not-a-reply": { type: string };
  "reply-too-large": { limit: number };
  "reply-unreadable": Record<never, never>;
  /** The authority's own status and words; `reasons` are the names of RFC 3161. */
  refused: { status: number; text: string; reasons: string[] };
  "nonce-differs": Record<never, never>;
  /** The two times, as ISO 8601. */
  "clocks-differ": { authority: string; here: string };
  "token-faulty": { fault: TimestampFault };
}

export type Failure = {
  [Code in keyof FailureFacts]: { code: Code; facts: FailureFacts[Code] };
}[keyof FailureFacts];

/** An address that gave no timestamp; another address or attempt may. */
export class AuthorityFailure extends Error {
  override readonly name = "AuthorityFailure";

  constructor(readonly failure: Failure) {
    super(`${failure.code} ${JSON.stringify(failure.facts)}`);
  }
}

const passingStatuses = [408, 425, 429, 500, 502, 503, 504];
const passingReasons = ["systemFailure", "timeNotAvailable"];
const longestWaitSeconds = 60;

/** Says whether the same question may be answered a little later. */
export function isPassing({ code, facts }: Failure): boolean {
  switch (code) {
    case "timeout":
    case "connection":
      return true;
    case "http-status":
      return passingStatuses.includes(facts.status) && (facts.retryAfterSeconds ?? 0) <= longestWaitSeconds;
    case "refused":
      return facts.reasons.some((reason) => passingReasons.includes(reason));
    default:
      return false;
  }
}

/** Gives for how many milliseconds an address asked to be left alone. */
export function waitAskedFor({ code, facts }: Failure): number {
  return code === "http-status" ? (facts.retryAfterSeconds ?? 0) * 1000 : 0;
}
