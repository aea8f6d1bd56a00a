import { PortkeepError } from "../errors.ts";
import { findBundle, findProduct } from "../table/lookup.ts";
import type { ConflictTable, System } from "../table/table.ts";

/** Gives the ids of the products meant, bundles expanded, sorted, each once. Throws `unknown-product`. */
export function expandProducts(ids: readonly string[], table: ConflictTable): string[] {
  const products = ids.flatMap((id) => {
    if (findProduct(table, id)) return [id];
    const bundle = findBundle(table, id);
    if (bundle) return bundle.products;
    const known = [...table.products, ...table.bundles].map((entry) => entry.id);
    throw new PortkeepError("unknown-product", { id, known });
  });
  return [...new Set(products)].sort();
}

/** Throws `product-not-on-system` for the first product that this system, or an unnamed one, cannot have. */
export function checkProducts(ids: readonly string[], system: System | null, table: ConflictTable): void {
  for (const id of ids) {
    const product = findProduct(table, id);
    if (!product?.systems || (system && product.systems.includes(system.id))) continue;
    const allowed = table.systems
      .filter((entry) => product.systems?.includes(entry.id))
      .map(({ id, name, powershell }) => ({ id, name, powershell }));
    const facts = { product: id, name: product.name, system: system?.name ?? null, allowed };
    throw new PortkeepError("product-not-on-system", facts);
  }
}
