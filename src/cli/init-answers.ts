import { splitPorts } from "../fleet/port-list.ts";
import type { Site } from "../fleet/site.ts";

/** Gives ids in an answer, in which blanks or commas separate them; a number is the place of an id among those shown. */
export function idsIn(answer: string, shown: readonly string[]): string[] {
  const words = answer.split(/[\s,]+/).filter((word) => word !== "");
  return words.map((word) => (/^\d+$/.test(word) ? shown[Number(word) - 1] : undefined) ?? word);
}

/** Gives own ports in an answer, in which blanks separate them, or commas, unless they are part of a label. */
export function portsIn(answer: string): string[] {
  if (answer === "") return [];
  const withBlanks = answer.replace(/"[^"]*"|,\s*(?=\d+(?:-\d+)?(?:[=,\s]|$))/g, (found) =>
    found.startsWith('"') ? found : " ",
  );
  return splitPorts(withBlanks);
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
