import { join } from "node:path";
import { sha256 } from "../../delivery/sha256.ts";
import { systemWithoutHash } from "../../delivery/unread-hash.ts";
import type { Reporter } from "../report.ts";
import type { Texts } from "../text/language.ts";
import { printable } from "../text/words.ts";
import { certificateFacts } from "../verify/certificate-facts.ts";
import type { Written } from "./bundles.ts";

/** Shows bundles by their folders. */
export const packageReporter: Reporter<Written> = {
  json: ({ given, bundles }) => ({
    settingsId: given.settingsId,
    version: given.version,
    signer: given.signer && certificateFacts(given.signer),
    bundles: bundles.map(({ target, folder, files }) => ({
      target,
      folder,
      files: files.map(({ path, bytes }) => ({ path, bytes: bytes.length, sha256: sha256(bytes) })),
    })),
  }),

  text: ({ bundles }) => bundles.map(({ folder }) => printable(folder)).join("\n"),
};

/** Gives what to say beside bundles: where to read on, and what an unsigned script cannot promise. */
export function sayOfPackage(
  { given, bundles }: Written,
  { sign, package: texts }: Texts["reports"],
): string {
  const isVbs = given.plan.recipe.format === "vbs";
  const system = systemWithoutHash(given);
  const lines = [
    ...(given.signer ? [] : [`${sign.warning}: ${isVbs ? texts.vbs : texts.unsigned}`]),
    ...(system ? [`${sign.warning}: ${texts.unreadableHash(system)}`] : []),
    texts.next,
    ...bundles.map(({ folder }) => `  ${printable(join(folder, "README.md"))}`),
  ];
  return `${lines.join("\n")}\n`;
}
