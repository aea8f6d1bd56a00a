import { PortkeepError } from "../errors.ts";
import { parsePoolRange } from "../ports/range.ts";
import { type ConflictTable, type OwnTable, withOwnTable } from "./table.ts";

/** Something wrong in a user's table that its form does not show. */
export interface Fault {
  error: PortkeepError;
  /** The way to it in the table. */
  path: (string | number)[];
}

/** Gives what is wrong with a user's table on top of another: ids first, since references to them are judged by them. */
export function faultsOf(own: OwnTable, table: ConflictTable): Fault[] {
  const whole = withOwnTable(table, own);
  const taken = takenIds(own, table);
  if (taken.length > 0) return taken;
  const broken = [...brokenReferences(own, whole), ...badPorts(own)];
  if (broken.length > 0) return broken;
  return [...needlessProducts(own, whole), ...strayBundles(own, whole), ...modernSystems(own)];
}

function takenIds(own: OwnTable, table: ConflictTable): Fault[] {
  // A product and a bundle are chosen by the same option, so they share their ids.
  return ([["sources"], ["systems"], ["products", "bundles"]] as const).flatMap((lists) => {
    const builtIn = new Set(lists.flatMap((list) => table[list].map(({ id }) => id)));
    const taken = new Set(builtIn);
    return lists.flatMap((list) =>
      (own[list] ?? []).flatMap(({ id }, index) => {
        if (!taken.has(id)) {
          taken.add(id);
          return [];
        }
        const error = new PortkeepError("id-taken", { id, builtIn: builtIn.has(id) });
        return [{ error, path: [list, index, "id"] }];
      }),
    );
  });
}

function brokenReferences(
  { products = [], bundles = [], rows = [] }: OwnTable,
  whole: ConflictTable,
): Fault[] {
  const missing = (list: "products" | "systems" | "sources", id: string, path: Fault["path"]): Fault[] => {
    const known = whole[list].map((entry) => entry.id);
    return known.includes(id)
      ? []
      : [{ error: new PortkeepError("unknown-reference", { list, id, known }), path }];
  };
  const each = (list: "products" | "systems", ids: readonly string[], path: Fault["path"]) =>
    ids.flatMap((id, index) => missing(list, id, [...path, list, index]));
  return [
    ...products.flatMap(({ systems = [] }, i) => each("systems", systems, ["products", i])),
    ...bundles.flatMap(({ system, products }, i) => [
      ...missing("systems", system, ["bundles", i, "system"]),
      ...each("products", products, ["bundles", i]),
    ]),
    ...rows.flatMap(({ products, source }, i) => [
      ...each("products", products, ["rows", i]),
      ...missing("sources", source, ["rows", i, "source"]),
    ]),
  ];
}

function badPorts({ rows = [] }: OwnTable): Fault[] {
  return rows.flatMap(({ ports }, index) => {
    try {
      parsePoolRange(ports);
      return [];
    } catch (error) {
      if (error instanceof PortkeepError) return [{ error, path: ["rows", index, "ports"] }];
      throw error;
    }
  });
}

function needlessProducts({ products = [] }: OwnTable, { rows }: ConflictTable): Fault[] {
  return products.flatMap(({ id }, index) => {
    if (rows.some((row) => row.products.includes(id))) return [];
    return [
      { error: new PortkeepError("product-without-rows", { product: id }), path: ["products", index, "id"] },
    ];
  });
}

function strayBundles({ bundles = [] }: OwnTable, whole: ConflictTable): Fault[] {
  return bundles.flatMap(({ id, system, products }, index) =>
    products.flatMap((product, at) => {
      const { systems = [system] } = whole.products.find((entry) => entry.id === product) ?? {};
      if (systems.includes(system)) return [];
      const error = new PortkeepError("product-not-in-bundle", { bundle: id, product, system, systems });
      return [{ error, path: ["bundles", index, "products", at] }];
    }),
  );
}

function modernSystems({ systems = [] }: OwnTable): Fault[] {
  return systems.flatMap(({ version, backends }, index) => {
    const at = backends.indexOf("reserved-ports");
    if (at < 0 || Number(version) < 6) return [];
    return [
      { error: new PortkeepError("system-too-new", { version }), path: ["systems", index, "backends", at] },
    ];
  });
}
