import type { Command } from "@commander-js/extra-typings";
import { backends } from "../plan/choice.ts";
import { rowsFor } from "../table/lookup.ts";
import { builtInTable, type ConflictTable, type Product } from "../table/table.ts";
import type { Io } from "./io.ts";
import { type Reporter, report } from "./report.ts";
import { textTable } from "./text-table.ts";

const examples = `Examples:
  portkeep products         products, bundles and systems by their ids
  portkeep products --json  the same for a program
`;

/** Adds `products`: the conflict table. */
export function addProducts(program: Command, io: Io): void {
  program
    .command("products")
    .summary("show which product needs which ports")
    .description("Shows the conflict table: every product with its ports, and the bundles and systems.")
    .addHelpText("before", examples)
    .option("--json", "print JSON")
    .action(({ json }) => report("products", builtInTable, { json, io, reporter }));
}

const reporter: Reporter<ConflictTable> = {
  json: (table) => ({
    products: table.products.map((product) => ({
      id: product.id,
      name: product.name,
      systems: product.systems ?? null,
      backends: backendsFor(product, table),
      rows: rowsFor(table, [product.id]).map(({ ports, program, protocol, condition, note, source }) => ({
        ports,
        program,
        protocol,
        condition: condition ?? null,
        note: note ?? null,
        source,
      })),
    })),
    bundles: table.bundles,
    systems: table.systems,
    sources: table.sources,
  }),

  text: (table) =>
    [
      productTable(table),
      ...table.rows.flatMap(({ ports, note }) => (note ? [`${ports}: ${note}.`] : [])),
      textTable(
        ["bundle", "for system", "products"],
        table.bundles.map(({ id, system, products }) => [id, system, products.join(", ")]),
      ),
      textTable(
        ["system", "name"],
        table.systems.map(({ id, name }) => [id, name]),
      ),
      ...table.sources.map(({ id, publisher, title, url }) => `${id}: ${publisher}, "${title}", ${url}`),
    ].join("\n\n"),
};

function productTable(table: ConflictTable): string {
  const rows = table.products.flatMap((product) =>
    rowsFor(table, [product.id]).map((row) => [
      product.id,
      product.name,
      row.ports,
      row.protocol.toUpperCase(),
      row.condition ?? "",
      row.source,
      backendsFor(product, table).join(", "),
    ]),
  );
  return textTable(["id", "product", "ports", "protocol", "condition", "source", "backend"], rows);
}

function backendsFor({ systems }: Product, table: ConflictTable): string[] {
  return backends.filter((backend) =>
    table.systems.some(
      (system) => system.backends.includes(backend) && (systems?.includes(system.id) ?? true),
    ),
  );
}
