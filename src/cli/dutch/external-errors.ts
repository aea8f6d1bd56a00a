import type { ErrorTexts } from "../error-text.ts";

/** What can go wrong with a signing command, in Dutch. */
export const externalErrors = {} satisfies Partial<ErrorTexts>;
