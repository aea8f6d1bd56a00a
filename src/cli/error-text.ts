import type { ErrorCode, PortkeepError } from "../errors.ts";
import { english } from "./error-english.ts";

/** Gives an error as text: the place, the cause, the way out. */
export function errorText(error: PortkeepError): string {
  const text = english[error.code] as (facts: unknown) => string;
  return `${places[error.code]}: ${text(error.facts)}`;
}

const places: Record<ErrorCode, string> = {
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
  "no-powershell": "the chosen system",
  "no-backend": "the chosen system",
  "script-too-large": "--port",
  "cannot-write": "--output",
  "stdout-taken": "--output",
};
