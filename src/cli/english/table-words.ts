import type { classOf } from "../table/table-text.ts";

/** How rows of the conflict table read in English. */
export const tableWords = {
  classes: {
    documented: "documented",
    "default-range": "default-range",
    "moved-range": "moved-range",
  } satisfies Record<ReturnType<typeof classOf>, string>,
  /** Gives a row's condition or note: the table has them in English, an own one in whatever language. */
  said: (text: string) => text,
};
