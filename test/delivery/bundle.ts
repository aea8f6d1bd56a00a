import type { BundleFile } from "../../src/delivery/package.ts";
import { parseRecipe } from "../../src/plan/recipe-schema.ts";
import { readScript } from "../../src/script/read.ts";

/** Gives a file of a bundle. */
export function fileOf(bundle: readonly BundleFile[], path: string): Buffer {
  const file = bundle.find((entry) => entry.path === path);
  if (!file) throw new Error(`the bundle has no ${path}, only ${bundle.map((entry) => entry.path)}`);
  return Buffer.from(file.bytes);
}

/** Gives a file of a bundle as text. */
export const textOf = (bundle: readonly BundleFile[], path: string): string =>
  fileOf(bundle, path).toString();

/** Gives the choices that a script was rendered from. */
export function recipeOf(script: Uint8Array) {
  const recipe = parseRecipe(readScript(script).recipe ?? "");
  if (!recipe) throw new Error("the script has no recipe");
  return recipe;
}
