import Handlebars from "handlebars/runtime";
import { literal } from "../../script/literal.ts";
import type { BundleFile } from "../package.ts";
import { sha256 } from "../sha256.ts";
import { crlf } from "../text.ts";
import template from "./helper.ps1.hbs";

export const helperFile = "Import-Policy.ps1";

/** What a helper script makes a policy of. */
interface Helper {
  /** That of the policy, where nobody gives another one. */
  name: string;
  comment: string;
  /** The backups to choose from, by the names of `-Variant`. */
  backups: readonly { variant: string; id: string }[];
  /** The files beside it, below the folder `backup`. */
  files: readonly BundleFile[];
  /** The SHA-256 of the certificate that scripts in the backup are signed with; null where it holds none. */
  signer: string | null;
}

const handlebars = Handlebars.create();
handlebars.registerHelper("literal", literal);
const fill = handlebars.template(template);

/** Gives a script that creates a policy of a backup: one with startup scripts is linked too, disabled. */
export function helper({ files, ...given }: Helper): string {
  const linked = given.signer !== null;
  const hashed = files.map(({ path, bytes }) => ({
    path: path.replaceAll("/", "\\"),
    sha256: sha256(bytes).toUpperCase(),
  }));
  return crlf(fill({ ...given, linked, files: hashed }));
}
