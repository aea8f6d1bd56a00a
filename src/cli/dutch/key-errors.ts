import type { ErrorTexts } from "../error-text.ts";

/** What can be wrong with keys and certificates, in Dutch. */
export const keyErrors = {} satisfies Partial<ErrorTexts>;
