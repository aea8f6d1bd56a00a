import { argumentsOf, commandLine, tableFile } from "../../plan/command-line.ts";
import type { Reporter } from "../report.ts";
import type { Texts } from "../text/language.ts";
import { alignedLines } from "../text/text-table.ts";
import { printable } from "../text/words.ts";
import type { ReadBack } from "./read-back.ts";

/** Shows the command that renders the script again, and in what the script differs from what that gives. */
export const readBackReporter: Reporter<ReadBack> = {
  json: (result, { read: texts }) => {
    const { file, reading, recipe, findings } = result;
    const words = recipe && argumentsOf(recipe);
    return {
      file,
      version: reading.version,
      choices: recipe,
      arguments: words,
      commandLine: words && commandLine(words),
      logic: { known: isLogicKnown(result), sha256: reading.logicId },
      same: findings.length === 0,
      signature: reading.signature,
      newline: reading.newline,
      encoding: reading.encoding,
      findings: findings.map((finding) => ({ ...finding, message: sentence(finding, texts) })),
    };
  },

  text: (result, { read: texts }) => {
    const { reading, recipe, findings } = result;
    return [
      recipe ? commandLine(argumentsOf(recipe)) : texts.noChoices,
      ...(recipe?.table ? [`${tableFile}:\n${JSON.stringify(recipe.table, null, 2)}`] : []),
      alignedLines([
        [texts.version, printable(reading.version ?? texts.unknown)],
        [texts.logic, isLogicKnown(result) ? texts.known : texts.unknown],
        [texts.signature, texts.signatures[reading.signature]],
      ]),
      findings.map((finding) => sentence(finding, texts)).join("\n") || texts.same,
    ].join("\n\n");
  },
};

function isLogicKnown({ findings }: ReadBack): boolean {
  return !findings.some(({ code }) => code === "logic-unknown" || code === "cut-off");
}

function sentence(
  { code, facts }: ReadBack["findings"][number],
  { findings }: Texts["reports"]["read"],
): string {
  return (findings[code] as (facts: unknown) => string)(facts);
}
