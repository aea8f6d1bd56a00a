import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Plugin, runnerImport } from "vite";

const root = join(import.meta.dirname, "..");

/** Has a build fail where the built-in table does: the type check sees neither its ids nor its ports. */
export function conflictTable(): Plugin {
  return {
    name: "portkeep-conflict-table",
    apply: "build",
    async buildStart() {
      const file = join(root, "build/check-built-in.ts");
      const { module } = await runnerImport<typeof import("./check-built-in.ts")>(file, {
        configFile: false,
      });
      module.checkBuiltIn(JSON.parse(readFileSync(join(root, "src/table/conflicts.json"), "utf8")));
    },
  };
}
