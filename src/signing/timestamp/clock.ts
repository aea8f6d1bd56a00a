import { setTimeout } from "node:timers/promises";

/** The time, and how it passes; tests have their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

export const systemClock: Clock = { now: Date.now, sleep: setTimeout };
