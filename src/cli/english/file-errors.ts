import type { Obstacle } from "../../files/cannot-write.ts";
import type { ErrorTexts } from "../text/error-text.ts";
import { printable, quoted } from "../text/words.ts";
import { grouped } from "./words.ts";

/** What can be wrong with a file, whatever it is for, in English. */
export const fileErrors = {
  "file-missing": () => "there is no such file. Check its name and folder.",
  "file-unreadable": ({ cause }) => `it cannot be read (${cause}). Check who may read it.`,
  "file-too-large": ({ limit }) =>
    `it is too large to be what belongs here: more than ${grouped(limit)} bytes. Check whether it is the right file.`,
  "file-empty": () => "it is empty. Check whether it is the right file.",
  "not-a-file": ({ kind }) => `it is a ${kind}, not a file. Give a file, or - for standard input.`,
  "not-a-script": () =>
    "it is no script of portkeep's: it has no settings block. Give a script that portkeep render made.",
  "script-cut-off": () =>
    "it begins as a script of portkeep's, and ends before its settings do. Get a whole copy of it.",
  "cannot-write": ({ file, cause, obstacle }) =>
    `${printable(file)} could not be written (${cause}); what stood there is unchanged. ${obstacles[obstacle]}`,
  "wide-text": () => "it is saved as UTF-16. Save it as UTF-8.",
  "not-utf8": () =>
    "it is not saved as UTF-8. Save it as UTF-8, in Excel as CSV UTF-8; accents may otherwise turn into other letters.",
  "control-character": ({ code }) =>
    `it holds a control character (${code}), so it may not be a text, or not be saved as UTF-8. Remove it, or save the text again; export a spreadsheet as CSV UTF-8.`,
  "yaml-syntax": ({ problem }) => yamlProblems[problem] ?? `this is neither YAML nor JSON (${problem}).`,
  "yaml-feature": ({ feature }) =>
    `${yamlFeatures[feature]} cannot be used here, since a file must say what it shows. Write the values out.`,
  "too-deep": ({ limit }) =>
    `this is nested more than ${limit} levels deep. Check the brackets and the indentation.`,
  "duplicate-key": ({ key }) => `the key ${quoted(key)} is there twice. Keep one of them.`,
  "key-not-text": () => "this key is no text. Put it in quotes, or check the indentation.",
} satisfies Partial<ErrorTexts>;

const obstacles: Record<Obstacle, string> = {
  "no-room": "Make room there, or give another place with -o.",
  "no-right":
    "Check who may write there, and whether another program has it open; or give another place with -o.",
  "folder-there": "A folder has this name: give another name with -o, or a file in the folder.",
  "file-there": "A file stands where a folder has to be: give another place with -o.",
  other: "Give another place with -o.",
};

const yamlFeatures = {
  alias: "an alias (*)",
  anchor: "an anchor (&)",
  tag: "a tag (!)",
  directive: "a directive (%)",
  document: "a second document (---)",
  merge: "a merge key (<<)",
};

const betweenQuotes =
  "a key stands where a value goes on. Check the indentation, and put a text with a colon in quotes.";
const yamlProblems: Record<string, string> = {
  TAB_AS_INDENT: "tabs cannot indent in YAML. Use spaces.",
  BAD_INDENT: "the indentation does not fit the lines above, or a bracket before this is still open.",
  MISSING_CHAR: "something is missing here: a closing quote or bracket, a comma, or the colon after a key.",
  BLOCK_AS_IMPLICIT_KEY: betweenQuotes,
  MULTILINE_IMPLICIT_KEY: betweenQuotes,
  BAD_SCALAR_START: "a text cannot begin with this character. Put it in quotes.",
  BAD_DQ_ESCAPE: "this backslash begins no escape. Double it, or use single quotes.",
};
