import { resolve } from "node:path";
import { version } from "../../../package.json";
import type { targets } from "../../delivery/targets.ts";
import { buildFleet, type Fleet } from "../../fleet/build.ts";
import type { Defaults } from "../../fleet/site-choice.ts";
import { errorFacts } from "../fail.ts";
import type { Session } from "../io.ts";
import { oneOf } from "../options.ts";
import type { SigningChoice } from "../sign/options.ts";
import { showProgress } from "./progress.ts";
import { openScriptSigner } from "./signer.ts";
import { openSites, type SiteFile, siteForms } from "./sites.ts";

/** How a list of sites is to be built. */
export interface BuildChoice {
  output: string;
  targets: readonly string[];
  strict: boolean;
  defaults: Defaults;
  choice: SigningChoice;
}

/** What a build made, and how what is wrong with sites is told. */
export interface Built {
  folder: string;
  /** The download page of the ready-made set, in that folder; null for any other list. */
  page: string | null;
  fleet: Fleet;
  /** Of the signatures, where there are any. */
  hash: SigningChoice["hash"];
  errors: Awaited<ReturnType<typeof errorFacts>>[];
}

/** Builds the sites in a file. Throws `value-not-allowed`, and what opening the list and `buildFrom` throw. */
export async function runBuild(
  { file, format }: { file: string; format: string | undefined },
  given: BuildChoice,
  session: Session,
): Promise<Built> {
  const form = format === undefined ? undefined : oneOf("--sites-format", siteForms)(format);
  return buildFrom(await openSites(file, form, session.io), given, session);
}

/** Builds a list of sites as the options say. Throws `value-not-allowed`, and what opening the key and building throw. */
export async function buildFrom(
  { file, source, progress }: SiteFile,
  { output, targets: names, strict, defaults, choice }: BuildChoice,
  session: Session,
): Promise<Built> {
  const targets = await targetsFrom(names);
  const signer = await openScriptSigner(choice, session);
  const shown = showProgress(session);
  const onSites = (sites: number) => shown.update({ sites, part: progress(sites) });
  try {
    const folder = resolve(session.io.cwd, output);
    const options = { file, folder, signer, version, targets, defaults, strict, onSites };
    const fleet = await buildFleet(source, options);
    const errors = await Promise.all(fleet.faults.map((fault) => errorFacts(fault, session)));
    return { folder: output, page: null, fleet, hash: choice.hash, errors };
  } finally {
    shown.end();
    await signer?.close();
  }
}

/** Gives the tools that are named, in the order of all: the manifest tells them so. Throws `value-not-allowed`. */
async function targetsFrom(names: readonly string[]): Promise<(keyof typeof targets)[]> {
  if (names.length === 0) return [];
  const { targets } = await import("../../delivery/targets.ts");
  const known = Object.keys(targets) as (keyof typeof targets)[];
  const named = new Set(names.map(oneOf("--for", known)));
  return known.filter((name) => named.has(name));
}
