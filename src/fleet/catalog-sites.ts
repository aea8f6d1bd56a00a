import { locales } from "../plan/choice.ts";
import { isInArticle } from "../table/lookup.ts";
import type { ConflictTable, Product, System } from "../table/table.ts";
import type { Site } from "./site.ts";
import type { SiteSource } from "./source.ts";

const longestId = 64;

/**
 * Gives the sites of the ready-made set: for each system of the article, every combination of the article's products
 * that it can have; for any system, so for those since too, every combination of those that none is bound to, and each
 * other product by itself; all in each language.
 */
export function catalogSites(table: ConflictTable): Site[] {
  const isOld = ({ id }: Product) => isInArticle(table, id);
  const old = table.products.filter(isOld);
  const systems = table.systems.filter(
    ({ powershell, backends }) => powershell && backends.includes("reserved-ports"),
  );
  const choices: Omit<Site, "site" | "locale">[] = [
    ...systems.flatMap((system) =>
      combinations(productsOf(system, old)).map((products) => ({ products, os: system.id })),
    ),
    ...combinations(productsOf(null, old)).map((products) => ({ products })),
    ...table.products.filter((product) => !isOld(product)).map(({ id }) => ({ products: [id] })),
  ];
  return choices.flatMap((choice) =>
    locales.map((locale) => ({ site: siteId(choice, old, locale), ...choice, locale })),
  );
}

/** Gives sites that no file holds as a list. */
export async function* siteSource(sites: readonly Site[], file: string): SiteSource {
  for (const [where, value] of sites.entries()) {
    const { site, ...choice } = value;
    const document = () => ({ value, placeOf: () => ({ file, path: site }) });
    yield [{ where, lineOf: (at) => at + 1, site, choice: JSON.stringify(choice), document }];
  }
}

function productsOf(system: System | null, products: readonly Product[]): string[] {
  const fits = ({ systems }: Product) => !systems || (system && systems.includes(system.id));
  return products.filter(fits).map(({ id }) => id);
}

/** Gives every choice of at least one of these. */
function combinations(ids: readonly string[]): string[][] {
  const [first, ...others] = ids;
  if (first === undefined) return [];
  const rest = combinations(others);
  return [[first], ...rest.map((some) => [first, ...some]), ...rest];
}

/** Gives an id that tells the choice; where names would be too long, products are told by those that are left out. */
function siteId(
  { os = "any", products = [] }: Omit<Site, "site" | "locale">,
  all: readonly Product[],
  locale: string,
): string {
  const id = [os, ...products, locale].join(".");
  if (id.length <= longestId) return id;
  const missing = all.map((product) => product.id).filter((one) => !products.includes(one));
  return [os, missing.length === 0 ? "all" : "all-but", ...missing, locale].join(".");
}
