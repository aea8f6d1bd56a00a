import type { ErrorTexts } from "../error-text.ts";
import { quoted } from "../words.ts";
import { allOf, grouped } from "./words.ts";

/** What can be wrong with keys and certificates, in Dutch. */
export const keyErrors = {
  "certificate-unreadable": () =>
    "dit is geen certificaat dat te lezen is. Geef een .cer-, .crt-, .pem- of .p7b-bestand; een .pfx of .p12 hoort bij --sign-pfx.",
  "certificate-missing": ({ found }) =>
    `er staat geen certificaat in${found.length > 0 ? `, alleen ${allOf(found.map(quoted))}` : ""}. Geef een .cer-, .crt-, .pem- of .p7b-bestand.`,
  "too-many-certificates": ({ limit }) =>
    `er staan meer dan ${grouped(limit)} certificaten in. Houd dat van de ondertekenaar en die tussen dat en de root.`,
} satisfies Partial<ErrorTexts>;
