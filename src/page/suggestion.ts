import { PortkeepError } from "../errors.ts";
import { asOnePort } from "../plan/lists.ts";
import { formatOwnPorts, readOwnPorts } from "../plan/own-ports.ts";
import { joinRanges } from "../ports/join.ts";
import { parseRange } from "../ports/range.ts";
import { findProduct, rowsFor } from "../table/lookup.ts";
import { builtInTable, type Row } from "../table/table.ts";
import type { Report } from "./report.ts";

/** Choices that fit a report: what its script had, and the services that it found beside that. */
export interface Suggestion {
  products: string[];
  /** The system that products of it can only be on, or empty. */
  os: string;
  /** As own ports, what those products do not explain of its script: own ports, and rows of other tables. */
  ports: string;
}

/** Reads the choices out of a report, as far as the built-in table knows them. */
export function suggestionFrom(report: Report): Suggestion {
  const had = needed(
    builtInTable.products.map(({ id }) => id).filter((id) => isIn(report, rowsFor(builtInTable, [id]))),
  );
  const products = [
    ...new Set([...had, ...report.notChosen.filter((id) => findProduct(builtInTable, id))]),
  ].sort();
  return { products, os: systemFor(products), ports: unexplained(report, had).join(", ") };
}

function unexplained({ ranges }: Report, products: readonly string[]): string[] {
  const explained = joinRanges(rowsFor(builtInTable, products).map(({ ports }) => parseRange(ports)));
  const isExplained = ({ range }: Report["ranges"][number]) =>
    explained.some(({ low, high }) => low <= range.low && range.high <= high);
  return ranges
    .filter((one) => !isExplained(one))
    .map(({ range, who }) => {
      const label = who === "own port (own choice)" ? "" : who.replaceAll(" (own choice)", "");
      const text = formatOwnPorts({ ...range, label });
      return isFit(text) ? asOnePort(text) : formatOwnPorts({ ...range, label: "" });
    });
}

function isFit(ownPort: string): boolean {
  try {
    return readOwnPorts([ownPort]).length > 0;
  } catch (error) {
    if (error instanceof PortkeepError) return false;
    throw error;
  }
}

function isIn({ ranges }: Report, rows: readonly Row[]): boolean {
  return rows.every(({ ports, program, source }) => {
    const { low, high } = parseRange(ports);
    return ranges.some(
      ({ range, who }) => range.low <= low && high <= range.high && who.includes(`${program} (${source})`),
    );
  });
}

/** Leaves out each product whose ports another one needs too, and more: a report does not tell these apart. */
function needed(ids: readonly string[]): string[] {
  const portsOf = (id: string) => rowsFor(builtInTable, [id]).map((row) => `${row.ports} ${row.program}`);
  return ids.filter((id) => {
    const ports = portsOf(id);
    return !ids.some((other) => {
      const others = portsOf(other);
      return others.length > ports.length && ports.every((port) => others.includes(port));
    });
  });
}

function systemFor(products: readonly string[]): string {
  const gates = products.flatMap((id) => findProduct(builtInTable, id)?.systems ?? []);
  const fits = (id: string) =>
    products.every((product) => findProduct(builtInTable, product)?.systems?.includes(id) ?? true);
  return (
    builtInTable.systems.find(({ id, powershell }) => powershell && gates.includes(id) && fits(id))?.id ?? ""
  );
}
