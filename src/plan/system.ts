import { PortkeepError } from "../errors.ts";
import { findBundle, findSystem } from "../table/lookup.ts";
import type { ConflictTable, System } from "../table/table.ts";
import type { Choice, Recipe } from "./choice.ts";

/** Gives the one system that the choice names, itself or by its bundles, or null. Throws `unknown-system`, `system-conflict`. */
export function settleSystem({ os, products = [] }: Choice, table: ConflictTable): System | null {
  const claims = products.flatMap((id) => {
    const bundle = findBundle(table, id);
    return bundle ? [{ by: id, system: bundle.system }] : [];
  });
  if (os) claims.unshift({ by: "os", system: os });
  const systems = claims.map((claim) => requireSystem(claim.system, table));
  if (new Set(systems).size > 1) throw new PortkeepError("system-conflict", { claims });
  return systems[0] ?? null;
}

/** Gives the backend to use on a system, or, where none is named, what was asked for. Throws `no-backend`. */
export function settleBackend(wanted: Choice["backend"] = "auto", system: System | null): Recipe["backend"] {
  if (!system) return wanted;
  const [backend] = system.backends.filter((name) => wanted === "auto" || name === wanted);
  if (backend) return backend;
  throw new PortkeepError("no-backend", {
    system: system.id,
    name: system.name,
    wanted,
    backends: system.backends,
  });
}

function requireSystem(id: string, table: ConflictTable): System {
  const system = findSystem(table, id);
  if (!system)
    throw new PortkeepError("unknown-system", { id, known: table.systems.map((entry) => entry.id) });
  return system;
}
