import { type PortRange, parseRange } from "../ports/range.ts";
import type { Bundle, ConflictTable, Product, Row, System } from "./table.ts";

/** Gives the product of that id, if the table has one. */
export function findProduct(table: ConflictTable, id: string): Product | undefined {
  return table.products.find((product) => product.id === id);
}

/** Gives the bundle of that id, if the table has one. */
export function findBundle(table: ConflictTable, id: string): Bundle | undefined {
  return table.bundles.find((bundle) => bundle.id === id);
}

/** Gives the system of that id, if the table has one. */
export function findSystem(table: ConflictTable, id: string): System | undefined {
  return table.systems.find((system) => system.id === id);
}

/** Gives the systems that a PowerShell script can be made for. */
export function servedSystems(table: ConflictTable): System[] {
  return table.systems.filter(({ powershell, backends }) => powershell && backends.length > 0);
}

/** Gives the rows that one of these products needs, in the table's order. */
export function rowsFor(table: ConflictTable, products: readonly string[]): Row[] {
  return table.rows.filter((row) => row.products.some((id) => products.includes(id)));
}

/** Says whether a product is one that KB 956189 names; all others are those of today. */
export function isInArticle(table: ConflictTable, id: string): boolean {
  return rowsFor(table, [id]).some(({ source }) => source === "KB 956189");
}

/** Gives the rows that need a port of this range, in the table's order. */
export function rowsAt(table: ConflictTable, range: PortRange): Row[] {
  return table.rows.filter((row) => {
    const { low, high } = parseRange(row.ports);
    return low <= range.high && high >= range.low;
  });
}
