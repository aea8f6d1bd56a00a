import type { ErrorCode, ErrorFacts, PortkeepError } from "../errors.ts";

/** A language's sentence for each error. */
export type ErrorTexts = { [Code in ErrorCode]: (facts: ErrorFacts[Code]) => string };

/** Gives an error as text: the place, the cause, the way out. */
export function errorText(error: PortkeepError, texts: ErrorTexts): string {
  const text = (texts[error.code] as (facts: unknown) => string)(error.facts);
  const place = error.place?.option ?? usualPlaces[error.code];
  return place ? `${place}: ${text}` : text;
}

/** Where an error of this code comes from, unless it tells otherwise. */
const usualPlaces: { [Code in ErrorCode]?: string } = {
  "port-not-a-range": "--port",
  "port-too-high": "--port",
  "port-zero": "--port",
  "port-reversed": "--port",
  "port-below-pool": "--port",
  "label-too-long": "--port",
  "label-characters": "--port",
  "too-many-ports": "--port",
  "nothing-chosen": "render",
  "unknown-product": "--product",
  "unknown-system": "--os",
  "system-conflict": "--product, --os",
  "product-not-on-system": "--product",
  "no-powershell": "--os",
  "no-backend": "--os",
  "script-too-large": "--port",
  "cannot-write": "--output",
  "stdout-taken": "--output",
};
