import { readFileSync } from "node:fs";
import Handlebars from "handlebars";
import type { Plugin } from "vite";

/**
 * Lets the code import its templates: `*.hbs` as a precompiled template, so that only the Handlebars
 * runtime is in the product, and `*.ps1` and `*.vbs` as text, which no template compiler ever sees.
 */
export function templates(): Plugin {
  return {
    name: "portkeep-templates",
    enforce: "pre",
    load(id) {
      if (id.endsWith(".hbs")) return `export default ${precompile(id)};`;
      if (/\.(ps1|vbs)$/.test(id)) return `export default ${JSON.stringify(readFileSync(id, "utf8"))};`;
      return null;
    },
  };
}

function precompile(file: string): string {
  return Handlebars.precompile(readFileSync(file, "utf8"), {
    strict: true,
    noEscape: true,
    knownHelpersOnly: true,
    knownHelpers: { literal: true },
  }) as string;
}
