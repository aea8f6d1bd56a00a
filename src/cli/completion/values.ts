import { builtInTable } from "../../table/table.ts";

/** A word that fits, and what a shell may show beside it. */
export interface Word {
  value: string;
  description?: string;
}

/** What fits somewhere. Files and folders are for the shell to find, which knows its own quoting. */
export type Fitting =
  | { kind: "words"; words: readonly Word[] }
  /** The endings of the names that are to come first; none where any file may be meant. */
  | { kind: "files"; endings: readonly string[] }
  | { kind: "folders" };

/** What fits the values of options, by their names, or by the words that stand for values in help. A test finds each there. */
export const fittings: Record<string, () => Fitting | Promise<Fitting>> = {
  "--product": () =>
    words([
      ...builtInTable.products.map(({ id, name }) => ({ value: id, description: name })),
      ...builtInTable.bundles.map(({ id, products }) => ({ value: id, description: products.join(", ") })),
    ]),
  "--os": () => words(builtInTable.systems.map(({ id, name }) => ({ value: id, description: name }))),
  "--for": async () => {
    const { targets } = await import("../../delivery/targets.ts");
    return words(Object.keys(targets).map((value) => ({ value })));
  },
  "--sites-format": async () => {
    const { siteForms } = await import("../build/sites.ts");
    return words(siteForms.map((value) => ({ value })));
  },
  "--table": () => files("yaml", "yml", "json"),
  "--sign-pfx": () => files("pfx", "p12"),
  "--sign-key": () => files("pem", "key"),
  "--sign-cert": () => files("pem", "cer", "crt"),
  "--root": () => files("cer", "crt", "pem"),
  "--timestamp-root": () => files("cer", "crt", "pem"),
  "<script>": () => files("ps1", "vbs"),
  "<sites>": () => files("csv", "jsonl", "yaml", "yml", "json"),
  "<file>": () => files(),
  "<folder>": () => ({ kind: "folders" }),
};

function words(list: readonly Word[]): Fitting {
  return { kind: "words", words: list };
}

function files(...endings: string[]): Fitting {
  return { kind: "files", endings };
}
