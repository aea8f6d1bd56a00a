import type { OwnTable, Product, Row, System } from "../table/table.ts";

/**
 * Gives what a plan takes from a user's own table, in normal form, or null where it takes nothing. It is no more
 * than the same plan needs again, since it goes into the script: texts that only explain are left out.
 */
export function usedTable(own: OwnTable, chosen: readonly string[], os: string | null): OwnTable | null {
  const rows = (own.rows ?? []).map((row) => usedRow(row, chosen)).filter((row) => row.products.length > 0);
  const products = (own.products ?? []).filter(({ id }) => chosen.includes(id)).map(usedProduct);
  const systems = (own.systems ?? [])
    .filter(({ id }) => id === os || products.some((product) => product.systems?.includes(id)))
    .map(usedSystem);
  const sources = (own.sources ?? []).filter(({ id }) => rows.some(({ source }) => source === id));
  const lists = {
    ...(sources.length > 0 && { sources: sorted(sources.map(({ id }) => ({ id }))) }),
    ...(systems.length > 0 && { systems: sorted(systems) }),
    ...(products.length > 0 && { products: sorted(products) }),
    ...(rows.length > 0 && { rows: sorted(rows) }),
  };
  return Object.keys(lists).length > 0 ? lists : null;
}

function usedRow({ ports, program, products, class: kind, source }: Row, chosen: readonly string[]): Row {
  const wanted = sorted(products.filter((id) => chosen.includes(id)));
  return { ports, program, products: wanted, ...(kind && { class: kind }), source };
}

function usedProduct({ id, name, systems }: Product): Product {
  return systems ? { id, name, systems: sorted(systems) } : { id, name };
}

function usedSystem({ id, name, version, powershell, backends }: System): System {
  return { id, name, version, powershell, backends };
}

function sorted<Item>(items: readonly Item[]): Item[] {
  const keyed = items.map((item) => ({ item, key: JSON.stringify(item) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ item }) => item);
}
