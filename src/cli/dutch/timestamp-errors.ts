import type { ErrorTexts } from "../error-text.ts";

/** What can go wrong with a timestamp, in Dutch. */
export const timestampErrors = {} satisfies Partial<ErrorTexts>;
