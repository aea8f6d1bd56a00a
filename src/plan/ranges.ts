import { joinRanges } from "../ports/join.ts";
import { type PortRange, parseRange } from "../ports/range.ts";
import { rowsFor } from "../table/lookup.ts";
import type { ConflictTable, Row } from "../table/table.ts";
import type { OwnPorts } from "./own-ports.ts";

/** One need for ports: a row of the conflict table, or somebody's own ports. */
export interface Reason {
  /** The program of the row, or the label of the own ports ("own port" without one). */
  who: string;
  /** The chosen products that the row applies to; empty for own ports. */
  products: string[];
  /** Id of the source, such as `KB 956189`; "own choice" for own ports. */
  source: string;
  /** How it comes to the conflict, null for own ports. */
  class: NonNullable<Row["class"]> | null;
  ports: PortRange;
}

/** A range to reserve, with everything that needs a part of it. */
export interface PlannedRange extends PortRange {
  reasons: Reason[];
}

/** Gives the reasons that the table has for these products. */
export function tableReasons(products: readonly string[], table: ConflictTable): Reason[] {
  return rowsFor(table, products).map((row) => ({
    who: row.program,
    products: products.filter((id) => row.products.includes(id)),
    source: row.source,
    class: row.class ?? "documented",
    ports: parseRange(row.ports),
  }));
}

/** Gives own ports as reasons. */
export function ownReasons(own: readonly OwnPorts[]): Reason[] {
  return own.map(({ low, high, label }) => ({
    who: label || "own port",
    products: [],
    source: "own choice",
    class: null,
    ports: { low, high },
  }));
}

/** Gives the ranges that cover all reasons, ascending and joined, each with its own reasons. */
export function planRanges(reasons: readonly Reason[]): PlannedRange[] {
  return joinRanges(reasons.map(({ ports }) => ports)).map((range) => ({
    ...range,
    reasons: reasons
      .filter(({ ports }) => ports.low >= range.low && ports.high <= range.high)
      .sort((a, b) => a.ports.low - b.ports.low || a.ports.high - b.ports.high),
  }));
}
