import Papa from "papaparse";
import { stringify } from "yaml";
import { joinPorts } from "../plan/lists.ts";
import type { Head } from "./csv-sites.ts";
import type { Site, SiteKey } from "./site.ts";

/** What the rows of a CSV list are like. */
export type CsvForm = Pick<Head, "columns" | "delimiter">;

/** Gives sites as rows of CSV, which end by LF; what has no column is left out. */
export function csvRows(sites: readonly Site[], { columns, delimiter }: CsvForm): string {
  const rows = sites.map((site) => columns.map((key) => cellOf(site, key)));
  return `${Papa.unparse(rows, { delimiter, newline: "\n" })}\n`;
}

/** Gives sites as JSON Lines. */
export function jsonLines(sites: readonly Site[]): string {
  return sites.map((site) => `${JSON.stringify(site)}\n`).join("");
}

/** Gives sites as a YAML list, which can stand by itself or after another one. */
export function yamlItems(sites: readonly Site[]): string {
  return stringify(sites);
}

function cellOf(site: Site, key: SiteKey | null): string {
  if (!key) return "";
  if (key === "products") return (site.products ?? []).join(" ");
  return key === "ports" ? joinPorts(site.ports ?? []) : (site[key] ?? "");
}
