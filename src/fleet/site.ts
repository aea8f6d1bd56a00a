import { z } from "zod";
import { type ErrorCode, PortkeepError } from "../errors.ts";
import { backendChoices, locales, reboots } from "../plan/choice.ts";
import { isDeviceName } from "../plan/file-name.ts";

const texts = z.array(z.string());

/** Checks the form of a site. What it chooses is for `makePlan` to judge. */
export const siteSchema = z.strictObject({
  site: z.string(),
  products: z.exactOptional(texts),
  ports: z.exactOptional(texts),
  backend: z.exactOptional(z.enum(backendChoices)),
  os: z.exactOptional(z.string()),
  reboot: z.exactOptional(z.enum(reboots)),
  restartDns: z.exactOptional(z.enum(reboots)),
  locale: z.exactOptional(z.enum(locales)),
});

export type Site = z.infer<typeof siteSchema>;
export type SiteKey = keyof Site;

/** The keys that a site can have, which are the columns of a CSV file. */
export const siteKeys = Object.keys(siteSchema.shape) as SiteKey[];

const form = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** Throws `site-id-form`, `site-id-device` for an id that not every file system takes for a name. */
export function checkSiteId(id: string): void {
  // Windows drops a dot at the end of a name.
  if (!form.test(id) || id.endsWith(".")) throw new PortkeepError("site-id-form", { id: id.slice(0, 200) });
  if (isDeviceName(id)) throw new PortkeepError("site-id-device", { id });
}

/** Gives the key of a site that an error about its choice is due to. */
export function keyOfError(code: ErrorCode, site: Site): SiteKey {
  const may = keys.find(([, codes]) => codes.test(code))?.[0] ?? [];
  return may.find((key) => site[key] !== undefined) ?? "site";
}

// A bundle names a system too.
const keys: [SiteKey[], RegExp][] = [
  [["products"], /^(?:unknown-product|product-not-on-system)$/],
  [["ports"], /^(?:port-|label-|too-many-ports|script-too-large)/],
  [["os", "products"], /^(?:unknown-system|system-conflict|site-without-powershell|no-powershell)$/],
  [["backend", "os", "products"], /^no-backend$/],
];
