import type { Command } from "@commander-js/extra-typings";
import { backends } from "../../plan/choice.ts";
import { rowsFor } from "../../table/lookup.ts";
import { builtInTable, type ConflictTable, type Product, withOwnTable } from "../../table/table.ts";
import type { Session } from "../io.ts";
import { addCommand, tableFrom } from "../options.ts";
import { type Reporter, report } from "../report.ts";
import { fits, textTable } from "../text/text-table.ts";
import {
  classOf,
  conditionOf,
  notesOf,
  protocolOf,
  rowJson,
  sourceJson,
  sourceText,
  type TableWords,
} from "./table-text.ts";

/** Adds `products`: the conflict table. */
export function addProducts(program: Command, session: Session): void {
  const { json, products: help } = session.help;
  addCommand(program, "products", help)
    .option("--table <file>", help.table)
    .option("--json", json)
    .action(async ({ table, json }) => {
      const own = await tableFrom(table, session.io);
      report("products", withOwnTable(builtInTable, own.table), { json, session, reporter });
    });
}

const reporter: Reporter<ConflictTable> = {
  json: (table) => ({
    products: table.products.map((product) => ({
      id: product.id,
      name: product.name,
      systems: product.systems ?? null,
      backends: backendsFor(product, table),
      rows: rowsFor(table, [product.id]).map(rowJson),
    })),
    bundles: table.bundles,
    systems: table.systems,
    sources: table.sources.map(sourceJson),
  }),

  text: (table, { table: words, products: { heads, bundleHeads, systemHeads } }, width) => {
    const whole = textTable(heads, productLines(table, words));
    return [
      ...(fits(whole, width) ? [whole] : productBlocks(table, words)),
      ...notesOf(table.rows, words),
      textTable(
        bundleHeads,
        table.bundles.map(({ id, system, products }) => [id, system, products.join(", ")]),
        width,
      ),
      textTable(
        systemHeads,
        table.systems.map(({ id, name }) => [id, name]),
      ),
      ...table.sources.map(sourceText),
    ].join("\n\n");
  },
};

function productLines(table: ConflictTable, words: TableWords): string[][] {
  return table.products.flatMap((product) =>
    rowsFor(table, [product.id]).map((row) => [
      product.id,
      product.name,
      row.ports,
      protocolOf(row),
      words.classes[classOf(row)],
      conditionOf(row, words),
      row.source,
      backendsFor(product, table).join(", "),
    ]),
  );
}

/** Gives for each product, where a terminal is too narrow for a table of them, a block of short lines. */
function productBlocks(table: ConflictTable, words: TableWords): string[] {
  return table.products.map((product) => {
    const rows = rowsFor(table, [product.id]).flatMap((row) => [
      `  ${row.ports}  ${protocolOf(row)}  ${words.classes[classOf(row)]}  ${row.source}`,
      ...(row.condition ? [`    ${conditionOf(row, words)}`] : []),
    ]);
    return [product.id, `  ${product.name}`, ...rows, `  ${backendsFor(product, table).join(", ")}`].join(
      "\n",
    );
  });
}

function backendsFor({ systems }: Product, table: ConflictTable): string[] {
  return backends.filter((backend) =>
    table.systems.some(
      (system) => system.backends.includes(backend) && (systems?.includes(system.id) ?? true),
    ),
  );
}
