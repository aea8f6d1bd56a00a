import type { ErrorTexts } from "../text/error-text.ts";
import { printable, quoted } from "../text/words.ts";
import { authenticodeErrors } from "./authenticode-errors.ts";
import { externalErrors } from "./external-errors.ts";
import { keyErrors } from "./key-errors.ts";
import { timestampErrors } from "./timestamp-errors.ts";
import { allOf, oneOf } from "./words.ts";

/** What can go wrong with signing, in English. */
export const signingErrors = {
  ...authenticodeErrors,
  ...keyErrors,
  ...externalErrors,
  ...timestampErrors,
  "signing-key-missing": ({ options }) =>
    `nothing says with which key to sign. Give one of ${oneOf(options)}; docs/signing.md tells which.`,
  "option-conflict": ({ options }) => `${allOf(options)} cannot go together. Keep one of them.`,
  "option-needs": ({ option, others }) =>
    `${option} needs ${oneOf(others)} too. Add it, or leave ${option} out.`,
  "not-a-fingerprint": ({ text, digits }) =>
    `${quoted(text)} is not the SHA-256 of a certificate, which has 64 hexadecimal digits. ${
      digits === 40
        ? "This looks like the thumbprint that Windows shows, which is SHA-1 and proves nothing. "
        : ""
    }portkeep verify SCRIPT --integrity-only shows the right one.`,
  "password-needed": () =>
    "a password is needed, and there is no terminal to ask at. Give --sign-password-file FILE, or --sign-password-env with the name of an environment variable that holds it.",
  "password-variable-missing": () =>
    "there is no environment variable of this name. Give the name of the one that holds the password, not the password itself.",
  "password-with-line-breaks": () =>
    "it holds more than one line, so it is not just a password. Put the password alone into a file.",
  "development-certificate": () =>
    "this is a development certificate, which proves nothing to anybody else. Sign with a certificate of your own, or add --allow-development for a try.",
  "signed-otherwise": ({ findings }) =>
    `what the signing command gave back is not this script with a good signature by the right signer (${allOf(findings.map(printable))}). Nothing was written. Check the command's options, and --sign-cert or --sign-subject.`,
} satisfies Partial<ErrorTexts>;
