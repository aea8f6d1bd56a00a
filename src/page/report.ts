import { type PortRange, parseRange } from "../ports/range.ts";

/** What a run of a script said in its result line, none of it believed. */
export interface Report {
  version: string;
  computer: string;
  action: string;
  message: string;
  backend: string;
  /** From which ports the DNS Server of that machine draws, and how many; null where it was not told. */
  pool: (PortRange & { draws: number }) | null;
  /** The script's ranges, each with who needs it as the script names it. */
  ranges: ReportedRange[];
  /** Products whose service is there without having been chosen. */
  notChosen: string[];
  /** The findings as they stand. */
  findings: string[];
  /** Whether the line was cut to fit, so that some of it may be missing. */
  truncated: boolean;
}

interface ReportedRange {
  range: PortRange;
  who: string;
  state: "reserved" | "at-risk" | "outside";
}

// A result line has at most 2,000 characters; whoever copies it from a console brings line breaks into it.
const longest = 10_000;

/** Gives the last result line in what a script printed, or null where there is none. */
export function readReport(text: string): Report | null {
  const end = text.slice(-longest);
  const line = /\{"portkeep":.*\}/s.exec(
    end.slice(Math.max(0, end.lastIndexOf('{"portkeep":'))).replace(/[\r\n]/g, ""),
  );
  try {
    const result: unknown = JSON.parse(line?.[0] ?? "");
    return isRecord(result) && result.schema === 1 ? reportOf(result) : null;
  } catch {
    return null;
  }
}

function reportOf(result: Record<string, unknown>): Report {
  const text = (name: string) => (typeof result[name] === "string" ? result[name] : "");
  const findings = (Array.isArray(result.findings) ? result.findings : []).filter(
    (item) => typeof item === "string",
  );
  return {
    version: text("portkeep"),
    computer: text("computer"),
    action: text("action"),
    message: text("message"),
    backend: text("backend"),
    pool: findings.map(poolIn).find((pool) => pool !== null) ?? null,
    ranges: findings.flatMap(rangeIn),
    notChosen: findings.flatMap((finding) => /^NotChosen (\S+) /.exec(finding)?.[1] ?? []),
    findings,
    truncated: result.truncated === true,
  };
}

function poolIn(finding: string): Report["pool"] {
  const [, draws, low, high] = /^Pool (\d{1,5}) (\d{1,5}) (\d{1,5})$/.exec(finding) ?? [];
  const range = rangeOf(`${low}-${high}`);
  return range && { draws: Number(draws), ...range };
}

const states = { Reserved: "reserved", AtRisk: "at-risk", Outside: "outside" } as const;

function rangeIn(finding: string): ReportedRange[] {
  const [, state, ports = "", rest = ""] =
    /^Range(Reserved|AtRisk|Outside) (\d+-\d+) (.*)$/.exec(finding) ?? [];
  const range = rangeOf(ports);
  if (!range || !state) return [];
  const who = state === "AtRisk" ? rest.replace(/ [\d.]+$/, "") : rest;
  return [{ range, who, state: states[state as keyof typeof states] }];
}

function rangeOf(text: string): PortRange | null {
  try {
    return parseRange(text);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
