import { z } from "zod";
import { ownTableSchema } from "../table/schema.ts";
import { actions, backendChoices, locales, newlines, type Recipe, reboots } from "./choice.ts";

const texts = z.array(z.string());

const recipeSchema: z.ZodType<Recipe> = z.strictObject({
  products: texts,
  ports: texts,
  os: z.nullable(z.string()),
  backend: z.enum(backendChoices),
  action: z.enum(actions),
  reboot: z.enum(reboots),
  rebootExitCode: z.literal([3010, 0]),
  locale: z.enum(locales),
  newline: z.enum(newlines),
  allowWide: z.boolean(),
  restartDns: z.exactOptional(z.literal("IfNeeded")),
  format: z.exactOptional(z.literal("vbs")),
  table: z.exactOptional(ownTableSchema),
});

/** Gives the recipe in a text, or null where it holds none. Whether it can be planned is for makePlan to tell. */
export function parseRecipe(text: string): Recipe | null {
  try {
    return recipeSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
