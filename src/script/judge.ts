import { decodeScript, type Encoding } from "./decode.ts";
import { firstDifference, lineCount } from "./difference.ts";
import { splitScript, unifyLines, withoutHalfLineEnd } from "./parts.ts";
import { knownParts, logicIdOf, type ScriptReading } from "./read.ts";

/** Each way in which a script is not what this version renders from its recipe. */
export interface FindingFacts {
  "logic-unknown": { line: number; found: string };
  "cut-off": Record<never, never>;
  "other-version": { version: string | null; known: string };
  "settings-differ": { line: number; found: string; wanted: string };
  "line-ends": { found: ScriptReading["newline"]; wanted: "crlf" | "lf" };
  encoding: { encoding: Encoding };
  "signature-broken": Record<never, never>;
}

export type Finding = {
  [Code in keyof FindingFacts]: { code: Code; facts: FindingFacts[Code] };
}[keyof FindingFacts];

/**
 * Compares a script with the one that this version renders from its recipe, null where that is impossible.
 * Without a finding, the two are the same, byte for byte.
 */
export function judgeScript(reading: ScriptReading, rendered: Uint8Array | null, version: string): Finding[] {
  const { encoding, newline, signature } = reading;
  const { lines, newline: usual } = unifyLines(rendered ? decodeScript(rendered).text : "");
  const wanted = usual === "crlf" ? "crlf" : "lf";
  const findings = judgeLogic(reading);
  if (rendered) findings.push(...judgeSettings(reading, lines));
  if (reading.version !== version) {
    findings.push({ code: "other-version", facts: { version: reading.version, known: version } });
  }
  if (newline === "mixed" || (rendered && newline !== wanted)) {
    findings.push({ code: "line-ends", facts: { found: newline, wanted } });
  }
  if (encoding !== "ascii") findings.push({ code: "encoding", facts: { encoding } });
  if (signature === "broken") findings.push({ code: "signature-broken", facts: {} });
  return findings;
}

function judgeLogic({ parts, logicId }: ScriptReading): Finding[] {
  const known = knownParts(parts.format);
  if (logicId === logicIdOf(known)) return [];
  const before = firstDifference(parts.head, known.head);
  const rest = withoutHalfLineEnd(parts.logic);
  if (!before && rest !== known.logic && known.logic.startsWith(rest))
    return [{ code: "cut-off", facts: {} }];
  const { line, found } = before ?? firstDifference(parts.logic, known.logic) ?? { line: 1, found: "" };
  const above = before ? 0 : lineCount(parts.head + parts.settings);
  return [{ code: "logic-unknown", facts: { line: above + line, found } }];
}

function judgeSettings({ parts }: ScriptReading, rendered: string): Finding[] {
  const difference = firstDifference(parts.settings, splitScript(rendered)?.settings ?? "");
  if (!difference) return [];
  return [
    { code: "settings-differ", facts: { ...difference, line: difference.line + lineCount(parts.head) } },
  ];
}
