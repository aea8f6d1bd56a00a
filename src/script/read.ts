import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { PortkeepError } from "../errors.ts";
import { makePlan } from "../plan/plan.ts";
import { decodeScript, type Encoding } from "./decode.ts";
import { beginsScript, type ScriptParts, settingOf, splitScript, unifyLines } from "./parts.ts";
import { renderScript } from "./render.ts";
import { withoutSignature } from "./signature-block.ts";

/** What a file that is a script of portkeep's says, none of it believed yet. */
export interface ScriptReading {
  encoding: Encoding;
  newline: "crlf" | "lf" | "mixed";
  signature: "none" | "whole" | "broken";
  /** The version that it says made it. */
  version: string | null;
  /** The choices as JSON. */
  recipe: string | null;
  parts: ScriptParts;
  /** Identifies all outside the settings, whatever the line ends. */
  logicId: string;
}

/** Takes a script apart. Throws `not-a-script`, `script-cut-off`. */
export function readScript(bytes: Uint8Array): ScriptReading {
  const { text, encoding } = decodeScript(bytes);
  const { text: unsigned, signature } = withoutSignature(text);
  const { lines, newline } = unifyLines(unsigned);
  const parts = splitScript(lines);
  if (!parts) {
    const isCut = [knownParts("ps1"), knownParts("vbs")].some((known) => beginsScript(lines, known));
    const code = isCut ? "script-cut-off" : "not-a-script";
    throw new PortkeepError(code, {});
  }
  const [version, recipe] = [settingOf(parts, "Version"), settingOf(parts, "Recipe")];
  return { encoding, newline, signature, version, recipe, parts, logicId: logicIdOf(parts) };
}

/** Gives the version to render a script again with: the one that it names, since it may be another by that alone. */
export function versionToRender({ version }: ScriptReading, known: string): string {
  return version !== null && /^\d{1,4}\.\d{1,4}\.\d{1,4}$/.test(version) ? version : known;
}

/** Gives the parts of a script that this version renders; of these, head and logic are the same in all of a format. */
export function knownParts(format: ScriptParts["format"]): ScriptParts {
  const os = format === "vbs" ? "windows-2000-server" : null;
  const { bytes } = renderScript(makePlan({ products: ["ias"], newline: "lf", os, format }), "");
  const parts = splitScript(decodeScript(bytes).text);
  if (!parts) throw new RangeError("the templates give no script that can be read");
  return parts;
}

/** Gives the SHA-256 of all but the settings. */
export function logicIdOf({ head, logic }: ScriptParts): string {
  return bytesToHex(sha256(utf8ToBytes(head + logic)));
}
