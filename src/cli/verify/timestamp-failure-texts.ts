import type { Failure, FailureFacts } from "../../signing/timestamp/failure.ts";

/** A language's sentence for each way in which an authority can give no timestamp. */
export type TimestampFailureTexts = {
  [Code in keyof FailureFacts]: (facts: FailureFacts[Code]) => string;
};

/** Gives the sentence for a failure. */
export function failureText({ code, facts }: Failure, texts: TimestampFailureTexts): string {
  return (texts[code] as (facts: unknown) => string)(facts);
}
