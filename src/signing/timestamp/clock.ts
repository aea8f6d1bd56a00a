import { setTimeout } from "node:timers/promises";

/** The time, and how it passes; tests have their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Ends early by throwing the signal's reason. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: Date.now,
  async sleep(milliseconds, signal) {
    try {
      await setTimeout(milliseconds, undefined, { signal });
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    }
  },
};
