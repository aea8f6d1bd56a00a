import { PortkeepError } from "../errors.ts";
import { joinRanges, portCount } from "../ports/join.ts";
import { formatRange, type PortRange, parseRange } from "../ports/range.ts";

/** Ports that no table lists, for a program of the user's own. */
export interface OwnPorts extends PortRange {
  /** Empty where none was given. */
  label: string;
}

const lowestPoolPort = 1025;
const longestLabel = 64;
const limit = 1024;
const limitWide = 1999;

/** Gives the own ports in normal form: joined label by label, ascending. Throws `port-*`, `label-*`, `too-many-ports`. */
export function readOwnPorts(texts: readonly string[], allowWide: boolean): OwnPorts[] {
  const byLabel = new Map<string, PortRange[]>();
  for (const { label, ...range } of texts.map(parseOwnPorts)) {
    const same = byLabel.get(label);
    if (same) same.push(range);
    else byLabel.set(label, [range]);
  }
  const own = [...byLabel].flatMap(([label, ranges]) =>
    joinRanges(ranges).map((range) => ({ ...range, label })),
  );
  const count = portCount(own);
  if (count > (allowWide ? limitWide : limit)) {
    throw new PortkeepError("too-many-ports", { count, limit, limitWide });
  }
  return own.sort((a, b) => a.low - b.low || a.high - b.high || (a.label < b.label ? -1 : 1));
}

/** Says whether these are so many that `allowWide` was needed. */
export function isWide(own: readonly OwnPorts[]): boolean {
  return portCount(own) > limit;
}

/** Gives `low-high` or `low-high=LABEL`, which reads back as the same own ports. */
export function formatOwnPorts(own: OwnPorts): string {
  return own.label === "" ? formatRange(own) : `${formatRange(own)}=${own.label}`;
}

function parseOwnPorts(text: string): OwnPorts {
  const [range = "", ...rest] = text.split("=");
  const { low, high } = parseRange(range);
  if (low < lowestPoolPort)
    throw new PortkeepError("port-below-pool", { text: range, lowest: lowestPoolPort });
  return { low, high, label: checkLabel(rest.join("=").trim()) };
}

function checkLabel(label: string): string {
  if (label.length > longestLabel)
    throw new PortkeepError("label-too-long", { label, longest: longestLabel });
  if (!/^[A-Za-z0-9 ._,()/:+-]*$/.test(label)) throw new PortkeepError("label-characters", { label });
  return label;
}
