import type { ErrorTexts } from "../error-text.ts";

/** What can go wrong with a timestamp, in English. */
export const timestampErrors = {} satisfies Partial<ErrorTexts>;
