import type { ErrorCode, ErrorFacts, Place, PortkeepError } from "../../errors.ts";
import { printable } from "./words.ts";

/** A language's sentence for each error. One about a site in a list speaks of keys, where others do of options. */
export type ErrorTexts = { [Code in ErrorCode]: (facts: ErrorFacts[Code], inList?: boolean) => string };

/** Gives an error as text: the place, the cause, the way out. */
export function errorText(error: PortkeepError, texts: ErrorTexts): string {
  const text = causeText(error, texts);
  const place = error.place ? placeText(error.place) : usualPlaces[error.code];
  const frame = error.place && "frame" in error.place ? `\n${error.place.frame}` : "";
  return `${place ? `${place}: ` : ""}${text}${frame}`;
}

/** Gives an error as text without its place: the cause, the way out. */
export function causeText(error: PortkeepError, texts: ErrorTexts): string {
  const inList = error.place !== null && "file" in error.place;
  return (texts[error.code] as (facts: unknown, inList: boolean) => string)(error.facts, inList);
}

function placeText(place: Place): string {
  if ("option" in place) return place.option;
  const { file, line, column, path } = place;
  const spot = [printable(file), line, column].filter((part) => part !== undefined).join(":");
  return path ? `${spot} ${printable(path).slice(0, 100)}` : spot;
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
  "answers-ended": "init",
  "answers-needed": "init",
  "unknown-product": "--product",
  "unknown-system": "--os",
  "system-conflict": "--product, --os",
  "product-not-on-system": "--product",
  "no-powershell": "--os",
  "site-without-powershell": "--os",
  "vbs-not-needed": "--format",
  "not-in-vbs": "--format",
  "vbs-not-signed": "--format",
  "no-backend": "--os",
  "script-too-large": "--port",
  "cannot-write": "--output",
  "output-ending": "--output",
  "stdout-taken": "--output",
  "timestamp-address": "--timestamp",
  "timestamp-failed": "--timestamp",
};
