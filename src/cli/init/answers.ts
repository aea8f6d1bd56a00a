import type { Site } from "../../fleet/site.ts";
import { addItems } from "../../plan/lists.ts";

/** Gives ids in an answer, in which blanks or commas separate them; a number is the place of an id among those shown. */
export function idsIn(answer: string, shown: readonly string[]): string[] {
  return addItems(answer).map((word) => (/^\d+$/.test(word) ? shown[Number(word) - 1] : undefined) ?? word);
}

/** Gives a site in the form in which every kind of list can hold it: without what it does not say, or says by default. */
export function tidySite({ site, products = [], ports = [], os, reboot }: Site): Site {
  return {
    site,
    ...(products.length > 0 && { products }),
    ...(ports.length > 0 && { ports: ports.map(tidyPort) }),
    ...(os && { os }),
    ...(reboot === "IfNeeded" && { reboot }),
  };
}

/** Gives an own port with single blanks, and none around its parts. */
function tidyPort(port: string): string {
  const [range = "", ...label] = port.trim().replace(/\s+/g, " ").split("=");
  const text = label.join("=").trim();
  return text === "" ? range.trim() : `${range.trim()}=${text}`;
}
