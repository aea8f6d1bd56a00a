import type { ErrorTexts } from "../error-text.ts";

/** What can be wrong with keys and certificates, in English. */
export const keyErrors = {} satisfies Partial<ErrorTexts>;
