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
  json: (built, texts) => {
    const { folder, page, errors, fleet } = built;
    const { sites, failed, untold, manifest } = fleet;
    const { signer = null } = manifest ?? {};
    return {
      folder,
      sites,
      failed,
      scripts: countsOf(built),
      bundles: bundleCountsOf(built),
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
      page: page && join(folder, page),
      errors,
      untold,
      warnings: warningsOf(built, texts),
    };
  },

  text: ({ folder, fleet }) => fleet.manifest && printable(join(folder, manifestName)),
};

/** Gives what to say beside a build: each bad site, what was made, what to mind, and what to do next. */
export function sayOfBuild(built: Built, reports: Texts["reports"]): string {
  const { folder, page, errors, fleet } = built;
  const { sites, failed, untold, manifest } = fleet;
  const { error, sign, build: texts } = reports;
  const lines = [
    ...errors.map(({ message }) => `${error}: ${message}`),
    ...(untold > 0 ? [texts.untold(untold)] : []),
    texts.made(sites, countsOf(built)),
    ...(failed > 0 ? [texts.failed(failed)] : []),
    ...(manifest?.isRestored
      ? []
      : [manifest ? texts.manifest(manifest.serial, manifest.isNew) : texts.noManifest]),
    ...warningsOf(built, reports).map(({ message }) => `${sign.warning}: ${message}`),
    ...(page ? [texts.open(printable(join(folder, page)))] : []),
    // A check would refuse a try.
    ...(manifest?.signer && !isDevelopment(manifest.signer)
      ? [texts.next, verifyCommand(folder, manifest.signer)]
      : []),
  ];
  return `${lines.join("\n")}\n`;
}

/** Gives what to mind about a build that went well; scripts rely on the codes. */
function warningsOf(built: Built, { sign, build: texts }: Texts["reports"]) {
  const { manifest } = built.fleet;
  const { replaced } = countsOf(built);
  const { replaced: bundles } = bundleCountsOf(built);
  const unread = unreadIn(built);
  const warnings: Record<string, string | false | null | undefined> = {
    "scripts-replaced": replaced > 0 && texts.replaced(replaced),
    "bundles-replaced": bundles > 0 && texts.replacedBundles(bundles),
    "manifest-restored": manifest?.isRestored && texts.restored(manifestName, manifest.serial),
    unsigned: manifest && !manifest.signer && texts.unsigned,
    "development-certificate": manifest?.signer && isDevelopment(manifest.signer) && sign.development,
    "hash-unreadable": unread > 0 && texts.unreadableHash(unread),
  };
  return Object.entries(warnings).flatMap(([code, message]) => (message ? [{ code, message }] : []));
}

/** Counts the scripts whose signature the system that they are for cannot read. */
function unreadIn({ fleet, hash }: Built): number {
  return fleet.scripts.filter(({ system, copy }) => copy?.signer && !readsHash(system, hash)).length;
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

function bundleCountsOf({ fleet }: Built) {
  const bundles = fleet.scripts.flatMap((script) => script.bundles);
  return { all: bundles.length, replaced: replacedIn(bundles) };
}

const replacedIn = (files: readonly { isReplaced: boolean }[]) =>
  files.filter(({ isReplaced }) => isReplaced).length;
