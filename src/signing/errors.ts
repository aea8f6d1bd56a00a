import type { AuthenticodeErrorFacts } from "./authenticode/errors.ts";
import type { ExternalErrorFacts } from "./external/errors.ts";
import type { KeyErrorFacts } from "./keys/errors.ts";
import type { TimestampErrorFacts } from "./timestamp/errors.ts";

/** What each error about signing is made of. */
export interface SigningErrorFacts
  extends AuthenticodeErrorFacts,
    KeyErrorFacts,
    ExternalErrorFacts,
    TimestampErrorFacts {
  /** Nothing says with which key to sign; `options` are those that would. */
  "signing-key-missing": { options: string[] };
  /** Options of which only one can be given. */
  "option-conflict": { options: string[] };
  /** `option` says nothing without one of `others`. */
  "option-needs": { option: string; others: string[] };
  "not-a-fingerprint": { text: string; digits: number };
  "password-needed": Record<never, never>;
  /** What was given may be the password itself, so it is not told. */
  "password-variable-missing": Record<never, never>;
  "password-with-line-breaks": Record<never, never>;
  "development-certificate": Record<never, never>;
  /** What a signing command gave back is not the script with a good signature; `findings` are codes of `verify`. */
  "signed-otherwise": { findings: string[] };
}
