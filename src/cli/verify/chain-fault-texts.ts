import type { ChainFault, ChainFaultFacts } from "../../signing/certificates/faults.ts";

/** A language's words for what is wrong with a certificate in a chain. */
export type ChainFaultTexts = {
  [Code in keyof ChainFaultFacts]: (facts: ChainFaultFacts[Code]) => string;
};

/** Gives the words for a fault, to be put after the certificate's name. */
export function chainFaultText({ code, facts }: ChainFault, texts: ChainFaultTexts): string {
  return (texts[code] as (facts: unknown) => string)(facts);
}
