import { PortkeepError } from "../errors.ts";
import { portCount } from "../ports/join.ts";
import type { PortRange } from "../ports/range.ts";

const limit = 1024;
const limitWide = 1999;

/** Throws `too-many-ports` where a user's own ranges would leave other programs too few ports. */
export function checkLimit(ranges: readonly PortRange[], allowWide: boolean): void {
  const count = portCount(ranges);
  if (count > (allowWide ? limitWide : limit)) {
    throw new PortkeepError("too-many-ports", { count, limit, limitWide });
  }
}

/** Says whether these are so many that `allowWide` was needed. */
export function isWide(ranges: readonly PortRange[]): boolean {
  return portCount(ranges) > limit;
}
