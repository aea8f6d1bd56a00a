import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { powerShellRules } from "../delivery/card/powershell-rules.ts";
import { sha256 } from "../delivery/sha256.ts";
import { thumbprints } from "../delivery/thumbprint.ts";
import { fileName } from "../plan/file-name.ts";
import { makePlan, type Plan } from "../plan/plan.ts";
import { formatRange } from "../ports/range.ts";
import { renderScript } from "../script/render.ts";
import { wholeName } from "../signing/certificates/names.ts";
import { describeSignature } from "../signing/verify/describe.ts";
import { sha256Of } from "../signing/verify/trust.ts";
import { servedSystems } from "../table/lookup.ts";
import { builtInTable } from "../table/table.ts";
import type { Catalog, CatalogCopy, CatalogScript } from "./catalog.ts";
import type { FleetScript } from "./fleet-scripts.ts";
import type { Site } from "./site.ts";

/** A fleet of the ready-made set, as it lies in its folder. */
export interface CatalogParts {
  folder: string;
  version: string;
  changes: string;
  sites: readonly Site[];
  scripts: readonly FleetScript[];
}

const { products } = builtInTable;
const served = servedSystems(builtInTable);

/** Tells what is in the ready-made set: a script for each site that has one. */
export async function makeCatalog({ sites, scripts, ...parts }: CatalogParts): Promise<Catalog> {
  const byId = new Map(scripts.map((script) => [script.id, script]));
  const entries: CatalogScript[] = [];
  for (const { site: _, ...choice } of sites) {
    const plan = makePlan(choice);
    const { bytes, settingsId } = renderScript(plan, parts.version);
    const script = byId.get(sha256(bytes));
    if (script?.copy) entries.push(await entryOf(script, { plan, settingsId, folder: parts.folder }));
  }
  return {
    schema: 1,
    version: parts.version,
    changes: parts.changes,
    systems: served.map(named),
    products: products.map(named),
    parameters: powerShellRules.parameters.map(([name = "", meaning = ""]) => [name, meaning]),
    exitCodes: powerShellRules.exitCodes.map(([code = "", meaning = ""]) => [code, meaning]),
    scripts: entries,
  };
}

async function entryOf(
  { id, copy, bundles }: FleetScript,
  { plan, settingsId, folder }: { plan: Plan; settingsId: string; folder: string },
): Promise<CatalogScript> {
  const { locale, products, os, backend } = plan.recipe;
  return {
    id,
    name: fileName(plan, settingsId),
    settingsId,
    locale,
    products,
    os,
    systems: os === null ? served.map((system) => system.id) : [os],
    backend,
    ranges: plan.ranges.map((range) => ({
      range: formatRange(range),
      reasons: range.reasons.map(({ ports, who, source, products, class: kind }) => {
        return { ports: formatRange(ports), who, source, products, class: kind };
      }),
    })),
    copies: copy ? [await copyOf(copy, folder)] : [],
    bundles: bundles.map(({ isReplaced: _, ...bundle }) => bundle),
  };
}

async function copyOf(
  { path, bytes, sha256, signer }: NonNullable<FleetScript["copy"]>,
  folder: string,
): Promise<CatalogCopy> {
  const file = { path, bytes, sha256 };
  if (!signer) return { ...file, signer: null, hash: null, validTo: null, timestamp: null };
  const signed = await readFile(join(folder, path));
  const { hash, timestamp, endsOn } = describeSignature(signed);
  return {
    ...file,
    signer: {
      subject: wholeName(signer.subject),
      sha256: sha256Of(signer),
      thumbprint: thumbprints(signer).sha1,
    },
    hash,
    validTo: endsOn?.toISOString() ?? null,
    timestamp: timestamp.verdict?.time?.toISOString() ?? null,
  };
}

function named({ id, name }: { id: string; name: string }) {
  return { id, name };
}
