import { join, resolve } from "node:path";
import type { BundleFile, Package } from "../../delivery/package.ts";
import { makeBundle, type TargetName, targets } from "../../delivery/targets.ts";
import { throwAt } from "../../errors.ts";
import { replaceFolder } from "../../files/folder.ts";
import type { Io, Session } from "../io.ts";
import { oneOf } from "../options.ts";
import type { SigningChoice } from "../sign/options.ts";
import { withPackage } from "./script.ts";

/** The bundles of a script, not written yet. */
export interface Bundles {
  given: Package;
  bundles: { target: string; files: BundleFile[] }[];
}

/** The same, with the folder that each was written to. */
export interface Written extends Bundles {
  bundles: (Bundles["bundles"][number] & { folder: string })[];
}

/**
 * Makes the bundles of a script for tools. Throws `value-not-allowed`, and what `withPackage` and targets throw, so
 * that there is none where one cannot be made.
 */
export async function makeBundles(
  file: string,
  names: readonly string[],
  { choice, session }: { choice: SigningChoice; session: Session },
): Promise<Bundles> {
  const known = Object.keys(targets) as TargetName[];
  const chosen = new Set(names.map(oneOf("--for", known)));
  return withPackage(file, { choice, session }, async (given) => {
    const bundles: Bundles["bundles"] = [];
    for (const target of chosen) {
      const files = await makeBundle(target, given).catch(throwAt({ option: `--for ${target}` }));
      bundles.push({ target, files });
    }
    return { given, bundles };
  });
}

/** Writes bundles, each into a folder of its own. Throws `package-folder-taken`, `cannot-write`. */
export async function writeBundles(
  { given, bundles }: Bundles,
  output: string | undefined,
  { cwd }: Io,
): Promise<Written["bundles"]> {
  const base = output ?? join("out", given.name);
  const placed = bundles.map((bundle) => ({ ...bundle, folder: join(base, bundle.target) }));
  for (const { folder, files } of placed) await replaceFolder(resolve(cwd, folder), files);
  return placed;
}
