import type { FindingTexts } from "../read/read-back.ts";
import { printable, quoted } from "../text/words.ts";

/** In what a script is not as it was rendered, in English. */
export const findings: FindingTexts = {
  "logic-unknown": ({ line, found }) =>
    `The logic is not one that this version knows. The first line that differs is line ${line}: ${quoted(found)}. Do not run it unless you know what changed it.`,
  "cut-off": () => "The script was cut off: it ends before its last line. Get a whole copy of it.",
  "other-version": ({ version, known }) =>
    `It says that it was made by portkeep ${printable(version ?? "?")}; this is ${known}.`,
  "settings-differ": ({ line, found, wanted }) =>
    `The settings were edited: line ${line} is ${quoted(found)}, and the choices give ${quoted(wanted)}.`,
  "line-ends": ({ found, wanted }) =>
    `The line ends were changed: they are ${found === "mixed" ? "mixed" : found.toUpperCase()}, and were ${wanted.toUpperCase()}.`,
  encoding: ({ encoding }) =>
    encoding === "other"
      ? "It holds bytes that are no text; a script of portkeep's is plain ASCII."
      : `It was saved as ${encoding.toUpperCase()}; a script of portkeep's is plain ASCII.`,
  "signature-broken": () => "The signature is not whole.",
  "recipe-unusable": ({ cause }) =>
    cause ? `The choices in it cannot be used. ${cause}` : "The choices in it are missing or damaged.",
};
