import { PortkeepError } from "../../../errors.ts";

// About ten seconds. The most cautious programs ask for a million rounds, for each of three or four parts of a file.
const mostRounds = 10_000_000;

/** Counts rounds of hashing, which a file can ask for without an end. */
export class Budget {
  #left = mostRounds;

  /** Takes rounds that are about to be computed. Throws `key-too-costly`, or a RangeError for no number of rounds. */
  spend(rounds: number): void {
    if (!Number.isSafeInteger(rounds) || rounds < 1) throw new RangeError("no number of rounds");
    this.#left -= rounds;
    if (this.#left < 0) throw new PortkeepError("key-too-costly", { limit: mostRounds });
  }
}
