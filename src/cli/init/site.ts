import { version } from "../../../package.json";
import { PortkeepError } from "../../errors.ts";
import type { Site, SiteKey } from "../../fleet/site.ts";
import { type Defaults, siteChoice } from "../../fleet/site-choice.ts";
import type { SiteList } from "../../fleet/site-list.ts";
import { takeId } from "../../fleet/take-id.ts";
import { portsInCell } from "../../plan/lists.ts";
import { makePlan, type Plan } from "../../plan/plan.ts";
import { portCount } from "../../ports/join.ts";
import { renderScript } from "../../script/render.ts";
import { findBundle, findProduct, findSystem, servedSystems } from "../../table/lookup.ts";
import type { ConflictTable } from "../../table/table.ts";
import type { Texts } from "../text/language.ts";
import { textTable } from "../text/text-table.ts";
import { unwritten } from "./add-sites.ts";
import { idsIn, tidySite } from "./answers.ts";
import type { Dialogue } from "./dialogue.ts";

/** What options say of a site, or of every one. */
export type Given = Partial<Pick<Site, "site" | "products" | "ports" | "os" | "reboot">>;

/** What is asked for, and of whom. */
export interface Asking {
  given: Given;
  /** What the list can hold of a site. */
  keys: readonly SiteKey[];
  ids: SiteList;
  defaults: Defaults;
  /** What can be chosen from. */
  table: ConflictTable;
  dialogue: Dialogue;
  texts: Texts["reports"];
}

/** Gives the plan of a site, as `build` would make it. Throws what `build` tells of a site. */
export function judgeSite(site: Site, defaults: Defaults): Plan {
  const plan = makePlan(siteChoice(site, defaults));
  // It may come out too large.
  renderScript(plan, version);
  return plan;
}

/**
 * Asks for a site, whose combination is judged as a whole before it is given. Gives null where there is no further one,
 * which an empty id says. Throws `answers-ended`.
 */
export async function askSite(asking: Asking, isFurther: boolean): Promise<Site | null> {
  const { given, ids, dialogue, keys, texts } = asking;
  const take = (id: string) => {
    if (isFurther && id === "") return null;
    takeId(ids, id, unwritten);
    return id;
  };
  const question = isFurther ? texts.init.another : texts.init.site;
  const site = given.site === undefined ? await dialogue.ask(question, take) : take(given.site);
  if (site === null) return null;
  const choice = await askChoice(site, asking);
  if (given.reboot !== undefined || !keys.includes("reboot")) return choice;
  const isAllowed = await dialogue.confirm(texts.init.reboot, false);
  return isAllowed ? { ...choice, reboot: "IfNeeded" } : choice;
}

/** Asks what there is to reserve, again from the beginning where the answers do not go together. */
async function askChoice(site: string, asking: Asking): Promise<Site> {
  const { given, defaults, dialogue, texts } = asking;
  for (;;) {
    const before = dialogue.asked;
    try {
      const products = await askProducts(site, asking);
      const ports = await askPorts(site, asking);
      const chosen = tidySite({ ...given, site, products, ports });
      siteChoice(chosen, defaults);
      const whole = await askSystem(chosen, asking);
      const { ranges } = judgeSite(whole, defaults);
      dialogue.tell(`${site}: ${texts.nextSteps.portsInRanges(portCount(ranges), ranges.length)}`);
      return whole;
    } catch (error) {
      if (dialogue.asked === before) throw error;
      await dialogue.refuse(error);
    }
  }
}

async function askProducts(
  site: string,
  { given, keys, defaults, table, dialogue, texts }: Asking,
): Promise<string[]> {
  if (given.products || !keys.includes("products")) return given.products ?? [];
  const usable = servedSystems(table);
  const bundles = table.bundles.filter(({ system }) => usable.some(({ id }) => id === system));
  const offered = [...table.products, ...bundles];
  const shown = offered.map(({ id }) => id);
  dialogue.tellOnce(numbered(texts.init.productHeads, offered));
  return dialogue.ask(texts.init.products, (answer) => {
    const products = idsIn(answer, shown);
    const unknown = products.find((id) => !findProduct(table, id) && !findBundle(table, id));
    if (unknown !== undefined) throw new PortkeepError("unknown-product", { id: unknown, known: shown });
    if (products.length > 0) siteChoice({ site, products }, defaults);
    return products;
  });
}

async function askPorts(site: string, { given, keys, defaults, dialogue, texts }: Asking): Promise<string[]> {
  if (given.ports || !keys.includes("ports")) return given.ports ?? [];
  return dialogue.ask(texts.init.ports, (answer) => {
    const { ports = [] } = tidySite({ site, ports: answer === "" ? [] : portsInCell(answer) });
    if (ports.length > 0) judgeSite({ site, ports }, defaults);
    return ports;
  });
}

/** Asks for the system, unless a bundle tells it. */
async function askSystem(
  site: Site,
  { given, keys, defaults, table, dialogue, texts }: Asking,
): Promise<Site> {
  const isTold = given.os !== undefined || site.products?.some((id) => findBundle(table, id));
  if (isTold || !keys.includes("os")) return site;
  const usable = servedSystems(table);
  const shown = usable.map(({ id }) => id);
  dialogue.tellOnce(numbered(texts.init.systemHeads, usable));
  return dialogue.ask(texts.init.os, (answer) => {
    const [os, ...others] = idsIn(answer, shown);
    if (os === undefined) return site;
    if (others.length > 0 || !findSystem(table, os))
      throw new PortkeepError("unknown-system", { id: answer, known: shown });
    const whole = { ...site, os };
    siteChoice(whole, defaults);
    return whole;
  });
}

function numbered(heads: readonly string[], entries: readonly { id: string; name: string }[]): string {
  const rows = entries.map(({ id, name }, index) => [String(index + 1), id, name]);
  return `\n${textTable(heads, rows)}\n`;
}
