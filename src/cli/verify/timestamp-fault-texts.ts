import type { TimestampFaultFacts } from "../../signing/timestamp/faults.ts";

/** A language's sentence for each thing that can be wrong with a timestamp. */
export type TimestampFaultTexts = {
  [Code in keyof TimestampFaultFacts]: (facts: TimestampFaultFacts[Code]) => string;
};
