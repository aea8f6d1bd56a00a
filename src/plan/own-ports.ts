import { PortkeepError } from "../errors.ts";
import { joinRanges } from "../ports/join.ts";
import { formatRange, type PortRange, parsePoolRange } from "../ports/range.ts";

/** Ports that no table lists, for a program of the user's own. */
export interface OwnPorts extends PortRange {
  /** Empty where none was given. */
  label: string;
}

const longestLabel = 64;

/** Gives the own ports in normal form: joined label by label, ascending. Throws `port-*`, `label-*`. */
export function readOwnPorts(texts: readonly string[]): OwnPorts[] {
  const byLabel = new Map<string, PortRange[]>();
  for (const { label, ...range } of texts.map(parseOwnPorts)) {
    const same = byLabel.get(label);
    if (same) same.push(range);
    else byLabel.set(label, [range]);
  }
  return [...byLabel]
    .flatMap(([label, ranges]) => joinRanges(ranges).map((range) => ({ ...range, label })))
    .sort((a, b) => a.low - b.low || a.high - b.high || (a.label < b.label ? -1 : 1));
}

/** Gives `low-high` or `low-high=LABEL`, which reads back as the same own ports. */
export function formatOwnPorts(own: OwnPorts): string {
  return own.label === "" ? formatRange(own) : `${formatRange(own)}=${own.label}`;
}

function parseOwnPorts(text: string): OwnPorts {
  const [range = "", ...rest] = text.split("=");
  return { ...parsePoolRange(range), label: checkLabel(rest.join("=").trim()) };
}

function checkLabel(label: string): string {
  if (label.length > longestLabel)
    throw new PortkeepError("label-too-long", { label, longest: longestLabel });
  if (!/^[A-Za-z0-9 ._,()/:+-]*$/.test(label)) throw new PortkeepError("label-characters", { label });
  return label;
}
