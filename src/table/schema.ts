import { z } from "zod";

// The message of a pattern is the name by which the errors know it.
const id = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "id");
const label = z
  .string()
  .max(64)
  .regex(/^(?! )[A-Za-z0-9 ._,()/:+-]+(?<! )$/, "label");
const text = z
  .string()
  .max(500)
  .regex(/^(?!.*\{\{)[\x20-\x7e]+$/, "text");

const source = z
  .strictObject({
    id: label.describe("Short name, shown beside each port"),
    title: z.exactOptional(text),
    publisher: z.exactOptional(text),
    date: z.exactOptional(z.iso.date()),
    url: z.exactOptional(z.url({ protocol: /^https?$/ }).regex(/^[\x21-\x7e]{1,500}$/, "url")),
  })
  .describe("Where a row is documented");

const system = z
  .strictObject({
    id,
    name: label,
    version: z
      .string()
      .regex(/^\d{1,2}\.\d$/, "version")
      .describe("The version as Windows itself counts, such as 5.2"),
    powershell: z.boolean().describe("Whether Windows PowerShell can be installed there"),
    backends: z
      .array(z.enum(["reserved-ports", "dns-exclusions", "os-exclusions"]))
      .describe("The ways to keep the DNS Server off a port that work there, the usual one first"),
  })
  .describe("A Windows system that a script can be made for");

const product = z
  .strictObject({
    id,
    name: label,
    systems: z
      .exactOptional(z.array(id).min(1))
      .describe("The only systems that can have it; any system without this"),
  })
  .describe("Something installed on a server that needs ports");

const bundle = z
  .strictObject({ id, name: text, system: id, products: z.array(id).min(1) })
  .describe("The products that come together on one system");

const row = z
  .strictObject({
    ports: z
      .string()
      .regex(/^\d{1,5}-\d{1,5}$/, "ports")
      .describe("low-high, also for a single port; 1025 to 65535"),
    program: label.describe("The program that listens there"),
    products: z.array(id).min(1).describe("The products whose choice reserves these ports"),
    protocol: z.exactOptional(z.literal("udp")),
    class: z
      .exactOptional(z.enum(["documented", "default-range", "moved-range"]))
      .describe(
        "How it comes to the conflict: a source documents it (also without this), as installed the port lies in the dynamic range, or only where that was moved",
      ),
    condition: z.exactOptional(text).describe("When the row applies, in the words of the source"),
    note: z.exactOptional(text).describe("What the source leaves out"),
    source: label.describe("Id of the source"),
  })
  .describe("Ports that the DNS Server must not take");

const editorSchema = z.string().describe("Where editors find this schema");

/** Checks the form of the built-in conflict table. That ids are unique and known is for a test to check. */
export const tableSchema = z
  .strictObject({
    $schema: editorSchema,
    sources: z.array(source),
    systems: z.array(system),
    products: z.array(product),
    bundles: z.array(bundle),
    rows: z.array(row),
  })
  .describe("Conflict table of portkeep: which programs need which UDP ports");

/** Checks the form of a user's own table, which adds to the built-in one. What it refers to is checked after it. */
export const ownTableSchema = z
  .strictObject({
    $schema: z.exactOptional(editorSchema),
    sources: z.exactOptional(tableSchema.shape.sources),
    systems: z.exactOptional(tableSchema.shape.systems),
    products: z.exactOptional(tableSchema.shape.products),
    bundles: z.exactOptional(tableSchema.shape.bundles),
    rows: z.exactOptional(tableSchema.shape.rows),
  })
  .describe("Own conflict table for portkeep: what it adds to the built-in one");
