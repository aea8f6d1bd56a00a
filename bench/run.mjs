// Loads the benchmarks, which are TypeScript and import templates, and runs them.
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const load = async (file, plugins = []) =>
  (await runnerImport(fileURLToPath(new URL(file, import.meta.url)), { plugins })).module;

const { templates } = await load("../build/templates.ts");
const { main } = await load("main.ts", [templates()]);
await main(process.argv.slice(2));
