/** What the guarantees say of a list: written from their text alone, port by port. */
export interface Expected {
  after: readonly string[];
  /** Wanted ranges of which a port is not reserved yet. */
  missing: string[];
  unreadable: string[];
  mustWrite: boolean;
}

/** Gives what guarantees 1 to 4 ask for. */
export function expectedMerge(before: readonly string[], wanted: readonly string[]): Expected {
  const readable = before.map(readRange).filter((range) => range !== undefined);
  const reserved = new Uint8Array(65_536);
  for (const [low, high] of readable) reserved.fill(1, low, high + 1);
  // Two ranges that overlap or are neighbours, and only those, lie in the same run of reserved ports.
  const isTidy = runsOf(reserved).length === readable.length;
  const missing = wanted.filter((entry) => {
    const [low, high] = readRange(entry) as Range;
    return reserved.subarray(low, high + 1).includes(0);
  });
  const unreadable = before.filter((entry) => entry !== "" && !readRange(entry));
  // Who reads the list by its format takes an empty string for its end: what stands behind it is not reserved.
  const end = before.indexOf("");
  const isWhole = end === -1 || before.slice(end).every((entry) => entry === "");
  const mustWrite = !isTidy || !isWhole || missing.length > 0;
  for (const entry of wanted) {
    const [low, high] = readRange(entry) as Range;
    reserved.fill(1, low, high + 1);
  }
  return { after: mustWrite ? [...runsOf(reserved), ...unreadable] : before, missing, unreadable, mustWrite };
}

type Range = [low: number, high: number];

// Guarantee 3.
function readRange(entry: string): Range | undefined {
  const match = /^[ \t]*([0-9]+)-([0-9]+)[ \t]*$/.exec(entry);
  const [low, high] = [Number(match?.[1]), Number(match?.[2])];
  return match && low <= high && high <= 65_535 ? [low, high] : undefined;
}

function runsOf(ports: Uint8Array): string[] {
  const runs: string[] = [];
  for (let low = ports.indexOf(1); low !== -1; ) {
    const end = ports.indexOf(0, low);
    const high = end === -1 ? ports.length - 1 : end - 1;
    runs.push(`${low}-${high}`);
    low = ports.indexOf(1, high + 1);
  }
  return runs;
}
