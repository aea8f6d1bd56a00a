import type { ErrorTexts } from "../error-text.ts";

/** What can be wrong with a file that is to be signed, in Dutch. */
export const authenticodeErrors = {} satisfies Partial<ErrorTexts>;
