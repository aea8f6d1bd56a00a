import type { Clock } from "./clock.ts";

/** Keeps the requests to one address apart. */
export interface Pace {
  /** Waits until a request may go out. */
  turn(): Promise<void>;
  /** Lets no request go out for so long. */
  postpone(milliseconds: number): void;
  /** Milliseconds since 1970 at which a request may go out. */
  readonly free: number;
}

/** Gives a pace with at least `interval` milliseconds from the start of one request to that of the next. */
export function makePace(interval: number, clock: Clock): Pace {
  let free = 0;
  return {
    async turn() {
      const now = clock.now();
      const start = Math.max(now, free);
      // The place in line is taken before the wait, so that those who come later stand behind.
      free = start + interval;
      if (start > now) await clock.sleep(start - now);
    },
    postpone(milliseconds) {
      free = Math.max(free, clock.now() + milliseconds);
    },
    get free() {
      return free;
    },
  };
}
