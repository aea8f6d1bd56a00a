import type { ErrorFacts, PortkeepError } from "../../errors.ts";
import type { Texts } from "./texts.ts";

/** The errors that a choice on the page can meet; ids are picked from lists, so none can be unknown. */
const portErrors = [
  "port-not-a-range",
  "port-too-high",
  "port-zero",
  "port-reversed",
  "port-below-pool",
  "label-too-long",
  "label-characters",
  "too-many-ports",
  "script-too-large",
] as const;
const systemErrors = ["product-not-on-system", "not-in-vbs", "no-backend"] as const;

type ProblemCode = (typeof portErrors)[number] | (typeof systemErrors)[number];

/** A language's sentence for each of them: the cause and the way out. */
export type ProblemTexts = { [Code in ProblemCode]: (facts: ErrorFacts[Code]) => string };

/** The field of the form that an error is about. */
export function fieldOf({ code }: PortkeepError): "ports" | "os" {
  return portErrors.some((known) => known === code) ? "ports" : "os";
}

/** Gives an error as a sentence. */
export function problemText(error: PortkeepError, { problems }: Texts): string {
  const sentences = problems as Partial<Record<string, (facts: unknown) => string>>;
  return sentences[error.code]?.(error.facts) ?? error.message;
}
