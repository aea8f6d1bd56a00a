import { z } from "zod";

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const text = z.string().regex(/^[\x20-\x7e]+$/, "printable US-ASCII, since it may reach a script");

const source = z
  .strictObject({
    id: text.describe("Short name, shown beside each port"),
    title: text,
    publisher: text,
    date: z.iso.date(),
    url: z.url(),
  })
  .describe("Where a row is documented");

const system = z
  .strictObject({
    id,
    name: text,
    version: z
      .string()
      .regex(/^\d{1,2}\.\d$/)
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
    name: text,
    systems: z
      .exactOptional(z.array(id))
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
      .regex(/^\d{1,5}-\d{1,5}$/)
      .describe("low-high, also for a single port"),
    program: text.describe("The program that listens there"),
    products: z.array(id).min(1).describe("The products whose choice reserves these ports"),
    protocol: z.literal("udp"),
    condition: z.exactOptional(text).describe("When the row applies, in the words of the source"),
    note: z.exactOptional(text).describe("What the source leaves out"),
    source: text.describe("Id of the source"),
  })
  .describe("Ports that the DNS Server must not take");

/** Checks a conflict table's form. That ids are unique and known is for the reader to check. */
export const tableSchema = z
  .strictObject({
    $schema: z.string().describe("Where editors find this schema"),
    sources: z.array(source),
    systems: z.array(system),
    products: z.array(product),
    bundles: z.array(bundle),
    rows: z.array(row),
  })
  .describe("Conflict table of portkeep: which programs need which UDP ports");
