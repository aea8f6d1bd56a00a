import type { ErrorTexts } from "../text/error-text.ts";
import { quoted } from "../text/words.ts";

/** What can be wrong with a file that is to be signed, in English. */
export const authenticodeErrors = {
  "text-not-signable": ({ encoding }) => encodings[encoding],
  "marker-in-text": ({ line, comment }) =>
    `line ${line} holds ${quoted(comment)}, which PowerShell takes for the beginning of a signature: what follows would not be part of the script. Word it otherwise, or take the whole old signature off.`,
} satisfies Partial<ErrorTexts>;

const encodings = {
  "no-mark":
    "it holds characters beyond ASCII and no byte order mark, so each Windows would read it in a code page of its own, and the signature would fail on some. Save it as UTF-8 with a byte order mark, or write it in ASCII.",
  "utf-16be":
    "it is saved as UTF-16 with the high byte first, which not every Windows reads. Save it as UTF-8 with a byte order mark, or as UTF-16 with the low byte first.",
  damaged:
    "some of its bytes are no text in the encoding that its byte order mark names. Save it again as UTF-8 with a byte order mark.",
};
