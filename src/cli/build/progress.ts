import type { Session } from "../io.ts";

/** How far a build is. */
export interface Progress {
  sites: number;
  /** From 0 to 1; null where nobody knows how much there is. */
  part: number | null;
}

interface ProgressShown {
  update(progress: Progress): void;
  /** Takes the bar away. */
  end(): void;
}

const barMs = 100;
const lineMs = 10_000;
const barWidth = 20;

/** Shows progress on standard error: a bar on a terminal, a line every ten seconds elsewhere. `now` is in milliseconds. */
export function showProgress(
  { io, reports }: Session,
  now: () => number = performance.now.bind(performance),
) {
  const { stderr, env } = io;
  const isTerminal = stderr.isTTY === true && env.TERM !== "dumb";
  const start = now();
  let shown = isTerminal ? Number.NEGATIVE_INFINITY : start;
  let width = 0;

  function draw(text: string): void {
    const line = text.slice(0, Math.max(0, (stderr.columns ?? 80) - 1));
    stderr.write(`\r${line.padEnd(width)}`);
    width = line.length;
  }

  return {
    update({ sites, part }: Progress): void {
      const time = now();
      if (time - shown < (isTerminal ? barMs : lineMs)) return;
      shown = time;
      const seconds = Math.max(0.001, (time - start) / 1000);
      const left = part ? Math.ceil((seconds * (1 - part)) / part) : null;
      const text = reports.build.progress(sites, Math.round(sites / seconds), left);
      if (isTerminal) draw(part === null ? text : `${bar(part)} ${text}`);
      else stderr.write(`${text}\n`);
    },
    end(): void {
      if (width > 0) stderr.write(`\r${" ".repeat(width)}\r`);
      width = 0;
    },
  } satisfies ProgressShown;
}

function bar(part: number): string {
  const full = Math.floor(part * barWidth);
  const percent = String(Math.floor(part * 100)).padStart(3);
  return `[${"#".repeat(full)}${"-".repeat(barWidth - full)}] ${percent} %`;
}
