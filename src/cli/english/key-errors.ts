import type { ErrorTexts } from "../error-text.ts";
import { quoted } from "../words.ts";
import { allOf, grouped } from "./words.ts";

/** What can be wrong with keys and certificates, in English. */
export const keyErrors = {
  "certificate-unreadable": () =>
    "this is no certificate that can be read. Give a .cer, .crt, .pem or .p7b file; a .pfx or .p12 belongs to --sign-pfx.",
  "certificate-missing": ({ found }) =>
    `it holds no certificate${found.length > 0 ? `, only ${allOf(found.map(quoted))}` : ""}. Give a .cer, .crt, .pem or .p7b file.`,
  "too-many-certificates": ({ limit }) =>
    `it holds more than ${grouped(limit)} certificates. Keep the signer's own and those between it and the root.`,
} satisfies Partial<ErrorTexts>;
