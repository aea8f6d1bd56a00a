import Handlebars from "handlebars/runtime";
import { literal } from "../../script/literal.ts";
import { sha256Of } from "../../signing/verify/trust.ts";
import { aboutPackage } from "../about.ts";
import type { BundleFile, Package } from "../package.ts";
import { sha256 } from "../sha256.ts";
import { crlf } from "../text.ts";
import template from "./create.ps1.hbs";

export const createFile = "New-Items.ps1";

const handlebars = Handlebars.create();
handlebars.registerHelper("literal", literal);
const fill = handlebars.template(template);

/** Gives the script that creates, in Configuration Manager, what the two scripts beside it are for. */
export function createScript(given: Package, script: BundleFile, discovery: BundleFile): string {
  const { signer, version, settingsId } = given;
  return crlf(
    fill({
      file: createFile,
      name: aboutPackage(given).title,
      script: script.path,
      discovery: discovery.path,
      files: [script, discovery].map(({ path, bytes }) => ({ path, sha256: sha256(bytes) })),
      signer: signer ? sha256Of(signer) : "",
      description: `portkeep ${version}, settings ${settingsId}`,
    }),
  );
}
