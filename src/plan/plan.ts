import { PortkeepError } from "../errors.ts";
import { parseRange } from "../ports/range.ts";
import { faultsOf } from "../table/faults.ts";
import {
  builtInTable,
  type ConflictTable,
  type OwnTable,
  type System,
  withOwnTable,
} from "../table/table.ts";
import type { Choice, Recipe } from "./choice.ts";
import { checkFormat } from "./format.ts";
import { checkLimit, isWide } from "./limit.ts";
import { formatOwnPorts, readOwnPorts } from "./own-ports.ts";
import { checkProducts, expandProducts } from "./products.ts";
import { ownReasons, type PlannedRange, planRanges, tableReasons } from "./ranges.ts";
import { settleBackend, settleSystem } from "./system.ts";
import { usedTable } from "./used-table.ts";

/** All that a script depends on. Equal choices give deeply equal plans, whatever their order. */
export interface Plan {
  recipe: Recipe;
  /** Null where neither the choice nor a bundle in it names one. */
  system: System | null;
  /** Ascending, neither overlapping nor neighbouring. */
  ranges: PlannedRange[];
}

/** Gives the plan for a choice. Throws a `PortkeepError` for any choice that no script can serve. */
export function makePlan(choice: Choice, builtIn: ConflictTable = builtInTable): Plan {
  const table = choice.table ? soundTable(choice.table, builtIn) : builtIn;
  const products = expandProducts(choice.products ?? [], table);
  const ports = readOwnPorts(choice.ports ?? []);
  if (products.length === 0 && ports.length === 0) throw new PortkeepError("nothing-chosen", {});
  const system = settleSystem(choice, table);
  checkProducts(products, system, table);
  checkFormat(choice, system);
  // From what is used alone, so that the recipe, which holds no more, gives the same plan.
  const used = choice.table && usedTable(choice.table, products, system?.id ?? null);
  const reasons = tableReasons(products, used ? withOwnTable(builtIn, used) : builtIn);
  const own = [...ports, ...(used?.rows ?? []).map((row) => parseRange(row.ports))];
  checkLimit(own, choice.allowWide ?? false);
  const recipe: Recipe = {
    products,
    ports: ports.map(formatOwnPorts),
    os: system?.id ?? null,
    backend: settleBackend(choice.backend, system),
    action: choice.action ?? "Apply",
    reboot: choice.reboot ?? "Never",
    rebootExitCode: choice.rebootExitCode ?? 3010,
    locale: choice.locale ?? "en",
    newline: choice.newline ?? "crlf",
    allowWide: isWide(own),
    ...(choice.restartDns === "IfNeeded" && { restartDns: choice.restartDns }),
    ...(choice.format === "vbs" && { format: "vbs" as const }),
    ...(used && { table: used }),
  };
  return { recipe, system, ranges: planRanges([...reasons, ...ownReasons(ports)]) };
}

function soundTable(own: OwnTable, builtIn: ConflictTable): ConflictTable {
  const [fault] = faultsOf(own, builtIn);
  if (fault) throw fault.error;
  return withOwnTable(builtIn, own);
}
