import { commandLine } from "../../plan/command-line.ts";
import { isWide } from "../../plan/limit.ts";
import { joinRanges } from "../../ports/join.ts";
import { formatRange, lowestPoolPort, type PortRange, parseRange } from "../../ports/range.ts";
import { oddsOfLosing, usualDraws } from "../../risk/odds.ts";
import { type Pool, poolOf, portsIn, sizeOf, usualPools } from "../../risk/pool.ts";
import { findProduct, rowsAt, rowsFor } from "../../table/lookup.ts";
import type { ConflictTable, Row, Source } from "../../table/table.ts";
import type { Reporter } from "../report.ts";
import type { Texts } from "../text/language.ts";
import { textTable } from "../text/text-table.ts";
import {
  classOf,
  conditionOf,
  notesOf,
  productNames,
  protocolOf,
  rowJson,
  sourceJson,
  sourceText,
  type TableWords,
} from "./table-text.ts";

/** Who needs a port of a range, and from which pools the DNS Server can take one. */
export interface Explanation {
  range: PortRange;
  table: ConflictTable;
  rows: Row[];
  sources: Source[];
  risks: { pool: Pool; size: number; ports: number; odds: number }[];
}

/** Explains a range of ports; with a MaxUserPort, also for the pool that it opens. */
export function explain(range: PortRange, maxUserPort: number | null, table: ConflictTable): Explanation {
  const rows = rowsAt(table, range);
  const known = usualPools.some((pool) => pool.maxUserPort === maxUserPort);
  const pools = known ? usualPools : [...usualPools, poolOf(maxUserPort)];
  return {
    range,
    table,
    rows,
    sources: table.sources.filter(({ id }) => rows.some(({ source }) => source === id)),
    risks: pools.map((pool) => {
      const [size, ports] = [sizeOf(pool), portsIn(pool, range)];
      return { pool, size, ports, odds: oddsOfLosing(ports, size) };
    }),
  };
}

/** Shows who needs the ports, the sources, and the odds for each pool. */
export const explanationReporter: Reporter<Explanation> = {
  json: ({ range, rows, sources, risks }) => ({
    ports: formatRange(range),
    needs: rows.map((row) => ({ ...rowJson(row), products: row.products })),
    sources: sources.map(sourceJson),
    draws: usualDraws,
    pools: risks.map(({ pool, size, ports, odds }) => ({
      maxUserPort: pool.maxUserPort,
      since2008: pool.sinceVista,
      pool: formatRange(pool),
      size,
      ports,
      odds,
    })),
  }),

  text: (explanation, { explain: texts, table: words }, width) =>
    [
      ...needs(explanation, texts, words, width),
      textTable(
        texts.poolHeads,
        explanation.risks.map(({ pool, ports, odds }) => [
          poolName(pool, texts),
          formatRange(pool),
          String(ports),
          texts.odds(odds),
        ]),
      ),
      verdict(explanation, texts),
    ].join("\n\n"),
};

/** A command that would reserve the ports for a product, or, without one, as own ports. */
interface NextCommand {
  product: string | null;
  command: string;
}

/**
 * Gives a command for each product that needs some of the ports, or one where none does. Each would reserve all that is
 * at risk; there is none where nothing is, or more than a script may reserve. `tableFile` is what --table named.
 */
export function nextCommands({ range, rows, table }: Explanation, tableFile?: string): NextCommand[] {
  const wanted = { low: Math.max(range.low, lowestPoolPort), high: range.high };
  if (wanted.low > wanted.high) return [];
  const products = [...new Set(rows.flatMap((row) => row.products))];
  return (products.length > 0 ? products : [null]).flatMap((product) => {
    const needed = product === null ? [] : rowsFor(table, [product]);
    const reserved = joinRanges(needed.map(({ ports }) => parseRange(ports)));
    const isWhole = reserved.some(({ low, high }) => low <= wanted.low && wanted.high <= high);
    if (!isWhole && isWide([wanted])) return [];
    const gates = product === null ? [] : (findProduct(table, product)?.systems ?? []);
    const system = table.systems.find(({ id, powershell }) => powershell && gates.includes(id));
    const command = commandLine([
      "render",
      ...(product === null ? [] : ["--product", product]),
      ...(isWhole ? [] : ["--port", formatRange(wanted)]),
      ...(system ? ["--os", system.id] : []),
      ...(tableFile === undefined ? [] : ["--table", tableFile]),
    ]);
    return [{ product, command }];
  });
}

type ExplainTexts = Texts["reports"]["explain"];

function needs(
  { range, rows, sources, table }: Explanation,
  texts: ExplainTexts,
  words: TableWords,
  width: number,
): string[] {
  if (rows.length === 0) return [texts.nobody(range)];
  const lines = rows.map((row) => [
    row.ports,
    row.program,
    productNames(table, row.products),
    protocolOf(row),
    words.classes[classOf(row)],
    conditionOf(row, words),
    row.source,
  ]);
  return [textTable(texts.needHeads, lines, width), ...notesOf(rows, words), ...sources.map(sourceText)];
}

function poolName({ maxUserPort, sinceVista }: Pool, texts: ExplainTexts): string {
  if (sinceVista) return texts.sinceVista;
  return maxUserPort === null ? texts.noMaxUserPort : texts.maxUserPort(maxUserPort);
}

function verdict({ range, risks }: Explanation, texts: ExplainTexts): string {
  if (risks.every(({ ports }) => ports === 0)) return texts.safe(range);
  return texts.meaning(range, usualDraws);
}
