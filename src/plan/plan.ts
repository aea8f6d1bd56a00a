import { PortkeepError } from "../errors.ts";
import { builtInTable, type ConflictTable, type System } from "../table/table.ts";
import type { Choice, Recipe } from "./choice.ts";
import { formatOwnPorts, isWide, readOwnPorts } from "./own-ports.ts";
import { checkProducts, expandProducts } from "./products.ts";
import { ownReasons, type PlannedRange, planRanges, tableReasons } from "./ranges.ts";
import { checkPowerShell, settleBackend, settleSystem } from "./system.ts";

/** All that a script depends on. Equal choices give deeply equal plans, whatever their order. */
export interface Plan {
  recipe: Recipe;
  /** Null where neither the choice nor a bundle in it names one. */
  system: System | null;
  /** Ascending, neither overlapping nor neighbouring. */
  ranges: PlannedRange[];
}

/** Gives the plan for a choice. Throws a `PortkeepError` for any choice that no script can serve. */
export function makePlan(choice: Choice, table: ConflictTable = builtInTable): Plan {
  const products = expandProducts(choice.products ?? [], table);
  const own = readOwnPorts(choice.ports ?? [], choice.allowWide ?? false);
  if (products.length === 0 && own.length === 0) throw new PortkeepError("nothing-chosen", {});
  const system = settleSystem(choice, table);
  checkProducts(products, system, table);
  checkPowerShell(system);
  const recipe: Recipe = {
    products,
    ports: own.map(formatOwnPorts),
    os: system?.id ?? null,
    backend: settleBackend(choice.backend, system),
    action: choice.action ?? "Apply",
    reboot: choice.reboot ?? "Never",
    rebootExitCode: choice.rebootExitCode ?? 3010,
    locale: choice.locale ?? "en",
    newline: choice.newline ?? "crlf",
    allowWide: isWide(own),
  };
  return { recipe, system, ranges: planRanges([...tableReasons(products, table), ...ownReasons(own)]) };
}
