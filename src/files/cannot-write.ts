import { PortkeepError } from "../errors.ts";
import { causeOf } from "./cause.ts";

/** What keeps something from being written, as far as other things help against it. */
export type Obstacle = "no-room" | "no-right" | "folder-there" | "file-there" | "other";

/** By what Node.js calls an error of the system. */
const obstacles: Partial<Record<string, Obstacle>> = {
  ENOSPC: "no-room",
  EDQUOT: "no-room",
  EACCES: "no-right",
  EPERM: "no-right",
  EROFS: "no-right",
  EBUSY: "no-right",
  EISDIR: "folder-there",
  ENOTDIR: "file-there",
  EEXIST: "file-there",
};

/** Gives the error for a file or a folder that cannot be written; one that is told already as it is. */
export function cannotWrite(file: string, error: Error): PortkeepError {
  if (error instanceof PortkeepError) return error;
  const { code = "" }: NodeJS.ErrnoException = error;
  return new PortkeepError("cannot-write", {
    file,
    cause: causeOf(error),
    obstacle: obstacles[code] ?? "other",
  });
}
