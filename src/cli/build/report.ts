import type { X509Certificate } from "node:crypto";
import { join } from "node:path";
import { manifestName, sealName } from "../../fleet/seal.ts";
import { commandLine } from "../../plan/command-line.ts";
import { isDevelopment } from "../../signing/certificates/development.ts";
import { readsHash } from "../../signing/reads-hash.ts";
import { sha256Of } from "../../signing/verify/trust.ts";
import type { Reporter } from "../report.ts";
import type { Texts } from "../text/language.ts";
import { printable } from "../text/words.ts";
import { certificateFacts } from "../verify/certificate-facts.ts";
import type { Built } from "./run.ts";

/** Shows a build by its manifest, where there is one. */
export const buildReporter: Reporter<Built> = {
  json: (built) => {
    const { folder, errors, fleet } = built;
    const { sites, failed, untold, scripts, manifest } = fleet;
    const { signer = null } = manifest ?? {};
    const bundles = scripts.flatMap((script) => script.bundles);
    return {
      folder,
      sites,
      failed,
      scripts: countsOf(built),
      bundles: { all: bundles.length, replaced: replacedIn(bundles) },
      signer: signer && certificateFacts(signer),
      development: signer !== null && isDevelopment(signer),
      manifest: manifest && {
        file: join(folder, manifestName),
        seal: join(folder, sealName),
        sha256: manifest.sha256,
        serial: manifest.serial,
        changed: manifest.isNew,
        restored: manifest.isRestored,
      },
      errors,
      untold,
    };
  },

  text: ({ folder, fleet }) => fleet.manifest && printable(join(folder, manifestName)),
};

/** Gives what to say beside a build: each bad site, what was made, and how to check it. */
export function sayOfBuild(built: Built, { error, sign, build: texts }: Texts["reports"]): string {
  const { folder, errors, fleet } = built;
  const { sites, failed, untold, manifest } = fleet;
  const { signer = null } = manifest ?? {};
  const { replaced, ...counts } = countsOf(built);
  const replacedBundles = replacedIn(fleet.scripts.flatMap(({ bundles }) => bundles));
  const unread = unreadIn(built);
  const lines = [
    ...errors.map(({ message }) => `${error}: ${message}`),
    ...(untold > 0 ? [texts.untold(untold)] : []),
    texts.made(sites, counts),
    ...(failed > 0 ? [texts.failed(failed)] : []),
    ...(replaced > 0 ? [`${sign.warning}: ${texts.replaced(replaced)}`] : []),
    ...(replacedBundles > 0 ? [`${sign.warning}: ${texts.replacedBundles(replacedBundles)}`] : []),
    manifestLine(manifest, { sign, build: texts }),
    ...(manifest && !signer ? [`${sign.warning}: ${texts.unsigned}`] : []),
    ...(unread > 0 ? [`${sign.warning}: ${texts.unreadableHash(unread)}`] : []),
    ...(manifest && signer ? afterSigning(folder, signer, { sign, build: texts }) : []),
  ];
  return `${lines.join("\n")}\n`;
}

function manifestLine(
  manifest: Built["fleet"]["manifest"],
  { sign, build: texts }: Pick<Texts["reports"], "sign" | "build">,
): string {
  if (!manifest) return texts.noManifest;
  if (manifest.isRestored) return `${sign.warning}: ${texts.restored(manifestName, manifest.serial)}`;
  return texts.manifest(manifest.serial, manifest.isNew);
}

/** Counts the scripts whose signature the system that they are for cannot read. */
function unreadIn({ fleet, hash }: Built): number {
  return fleet.scripts.filter(({ system, copy }) => copy?.signer && !readsHash(system, hash)).length;
}

/** Gives the next step: to check the folder, or, after a try that no check accepts, to sign in earnest. */
function afterSigning(
  folder: string,
  signer: X509Certificate,
  { sign, build: texts }: Pick<Texts["reports"], "sign" | "build">,
): string[] {
  if (isDevelopment(signer)) return [`${sign.warning}: ${sign.development}`];
  return [texts.next, verifyCommand(folder, signer)];
}

function verifyCommand(folder: string, signer: X509Certificate): string {
  const command = commandLine(["verify", join(folder, sealName), "--signer", sha256Of(signer)]);
  return `  ${printable(command)}`;
}

function countsOf({ fleet }: Built) {
  const copies = fleet.scripts.flatMap(({ copy }) => copy ?? []);
  const made = copies.filter(({ isNew }) => isNew).length;
  return { all: copies.length, new: made, kept: copies.length - made, replaced: replacedIn(copies) };
}

const replacedIn = (files: readonly { isReplaced: boolean }[]) =>
  files.filter(({ isReplaced }) => isReplaced).length;
