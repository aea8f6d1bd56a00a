import { resolve } from "node:path";
import { version } from "../../package.json";
import type { targets } from "../delivery/targets.ts";
import { PortkeepError } from "../errors.ts";
import { buildFleet, type Fleet } from "../fleet/build.ts";
import type { Defaults } from "../fleet/read-fleet.ts";
import { showProgress } from "./build-progress.ts";
import { openScriptSigner } from "./build-signer.ts";
import { openSites, siteForms } from "./build-sites.ts";
import { errorFacts } from "./fail.ts";
import type { Session } from "./io.ts";
import type { SigningChoice } from "./signing-options.ts";

export interface BuildChoice {
  file: string;
  format: string | undefined;
  output: string;
  targets: readonly string[];
  strict: boolean;
  defaults: Defaults;
  choice: SigningChoice;
}

/** What a build made, and how what is wrong with sites is told. */
export interface Built {
  folder: string;
  fleet: Fleet;
  errors: Awaited<ReturnType<typeof errorFacts>>[];
}

/** Builds a fleet as the options say. Throws `value-not-allowed`, and what opening the list, the key and building throw. */
export async function runBuild(given: BuildChoice, session: Session): Promise<Built> {
  const form = given.format === undefined ? undefined : oneOf("--format", given.format, siteForms);
  const { source, progress } = await openSites(given.file, form, session.io);
  const targets = await targetsFrom(given.targets);
  const signer = await openScriptSigner(given.choice, session);
  const shown = showProgress(session);
  try {
    const fleet = await buildFleet(source, {
      folder: resolve(session.io.cwd, given.output),
      signer,
      version,
      targets,
      defaults: given.defaults,
      strict: given.strict,
      onSites: (sites) => shown.update({ sites, part: progress() }),
    });
    const errors = await Promise.all(fleet.faults.map((fault) => errorFacts(fault, session)));
    return { folder: given.output, fleet, errors };
  } finally {
    shown.end();
    await signer?.close();
  }
}

/** Gives the tools that are named. Throws `value-not-allowed`. */
export async function targetsFrom(names: readonly string[]): Promise<(keyof typeof targets)[]> {
  if (names.length === 0) return [];
  const { targets } = await import("../delivery/targets.ts");
  const known = Object.keys(targets) as (keyof typeof targets)[];
  return [...new Set(names.map((name) => oneOf("--for", name, known)))];
}

function oneOf<Name extends string>(option: string, value: string, allowed: readonly Name[]): Name {
  const found = allowed.find((name) => name === value);
  if (found) return found;
  throw new PortkeepError("value-not-allowed", { value, allowed: [...allowed] }, { option });
}
