import { expect, test } from "vitest";
import { showProgress } from "../../../src/cli/build/progress.ts";
import type { Session } from "../../../src/cli/io.ts";
import { textsOf } from "../../../src/cli/text/language.ts";

interface Terminal {
  isTTY?: boolean;
  columns?: number;
  env?: Record<string, string>;
}

const texts = await textsOf("en");

/** Shows steps of progress, each at a time in milliseconds, and gives what was written. */
function shown(
  steps: [time: number, sites: number, part: number | null][],
  { env = {}, ...terminal }: Terminal = {},
): string[] {
  const written: string[] = [];
  const stderr = { write: (text: string | Uint8Array) => written.push(String(text)), ...terminal };
  const session = { ...texts, io: { stderr, env } } as unknown as Session;
  let time = 0;
  const progress = showProgress(session, () => time);
  for (const [at, sites, part] of steps) {
    time = at;
    progress.update({ sites, part });
  }
  progress.end();
  return written;
}

const terminal = { isTTY: true };

test("a terminal has a bar with rate and time left, which goes at the end", () => {
  expect(shown([[2000, 1000, 0.25]], terminal)).toEqual([
    "\r[#####---------------]  25 % 1,000 sites, 500 a second, 6 s left",
    `\r${" ".repeat(64)}\r`,
  ]);
});

test("the bar is drawn ten times a second at most, each over the one before", () => {
  const written = shown(
    [
      [1000, 1_000_000, 0.5],
      [1050, 1_000_001, 0.5],
      [1100, 1, 1],
    ],
    terminal,
  );
  expect(written).toHaveLength(3);
  expect(written[1]).toHaveLength(written[0]?.length ?? 0);
});

test("the bar stays within a narrow terminal", () => {
  const [bar] = shown([[1000, 1000, 0.5]], { ...terminal, columns: 30 });
  expect(bar).toBe("\r[##########----------]  50 % ");
});

test("where nobody knows how much there is, there is a rate alone", () => {
  expect(shown([[2000, 1000, null]], terminal)[0]).toBe("\r1,000 sites, 500 a second");
});

test("a long time is told in minutes", () => {
  expect(shown([[60_000, 60, 0.1]], terminal)[0]).toContain("60 sites, 1 a second, 9 min left");
});

test.each([
  ["no terminal", {}],
  ["a terminal that can do nothing", { isTTY: true, env: { TERM: "dumb" } }],
])("%s has a plain line every ten seconds", (_, where: Terminal) => {
  const steps: [number, number, number][] = [0, 5000, 10_000, 15_000, 20_000].map((time) => [
    time,
    time,
    time / 40_000,
  ]);
  expect(shown(steps, where)).toEqual([
    "10,000 sites, 1,000 a second, 30 s left\n",
    "20,000 sites, 1,000 a second, 20 s left\n",
  ]);
});

test("nothing of it is in colour, with NO_COLOR or without", () => {
  for (const env of [{}, { NO_COLOR: "1" }]) {
    expect(shown([[1000, 1, 0.5]], { ...terminal, env }).join("")).not.toContain("\u001b");
  }
});
