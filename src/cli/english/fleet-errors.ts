import type { ErrorTexts } from "../text/error-text.ts";
import { printable, quoted } from "../text/words.ts";
import { allOf, grouped, oneOf } from "./words.ts";

/** What can be wrong with a list of sites, in English. */
export const fleetErrors = {
  "site-id-form": ({ id }) =>
    `${quoted(id)} cannot be the id of a site, since it becomes part of file names. Begin with a letter or a digit, go on with letters from A to Z, digits and . _ - only, do not end with a dot, and stay within 64 characters.`,
  "site-id-device": ({ id }) =>
    `${quoted(id)} is the name of a device to Windows, so no file can be called that. Give the site another id, such as ${quoted(`site-${id}`)}.`,
  "site-id-taken": ({ id, line }) =>
    `${line === null ? "the list" : `line ${grouped(line)}`} has a site ${quoted(id)} already, and capitals make no difference. Keep one of them, or give this one another id.`,
  "site-without-choice": () =>
    "this site has neither a product nor a port, so there is nothing to reserve. Give it products (portkeep products lists them) or ports.",
  "site-without-powershell": ({ name }) =>
    `${name} has no PowerShell, and a fleet holds PowerShell scripts alone. Leave this site out, and make a VBScript for it with portkeep render --format vbs.`,
  "cell-without-column": ({ text }) =>
    `${quoted(text)} stands where the first row names no column. Name one there, remove this, or put quotes around a cell that holds the sign between cells.`,
  "line-too-long": ({ limit }) =>
    `this line has more than ${grouped(limit)} characters, which no site needs. Check whether line ends are missing.`,
  "csv-quote-open": () =>
    'a quote opens here, and none closes it. Close it with ", or remove it; a quote inside a quoted cell is written twice.',
  "csv-quote-inside": () =>
    "a quoted cell goes on after its quote is closed. A quote inside a quoted cell is written twice.",
  "json-line": () =>
    "this line is no JSON. Each line of JSON Lines is one whole JSON object, with its keys and texts in double quotes.",
  "sites-too-many": ({ limit, limitBytes }) =>
    `YAML and JSON are read whole, and so can have ${grouped(limit)} sites and ${grouped(limitBytes)} bytes at most. Write the sites as JSON Lines, a file .jsonl with one JSON object a line, or as CSV: these can have any number.`,
  "sites-form": ({ forms }) =>
    `its name does not tell in which form it is. Export a spreadsheet as CSV UTF-8. Name a list .csv, .jsonl, .yaml or .json, or say it with --sites-format: ${oneOf(forms)}.`,
  "sites-none": () =>
    "there is no site in it. Give each site a row or a line of its own, with its id and its products or ports.",
  "sites-form-unwritten": ({ forms }) =>
    `its name does not tell a form in which sites can be written. Give a file whose name ends with ${oneOf(forms.map((form) => `.${form}`))}.`,
  "sites-column-missing": ({ keys }) =>
    `its first row has no column ${allOf(keys)}, which the new site needs. Add ${keys.length === 1 ? "it" : "them"} there, or give another file.`,
  "sites-not-extended": () =>
    "new sites at its end would not be read as part of this list. In YAML the dashes have to stand at the beginning of their lines, without brackets around the list or ... after it, and there has to be room for more sites. Change that, give another file, or add them by hand.",
  "not-a-seal": () =>
    "this is not, or no longer, what a build wrote to vouch for the manifest, so nothing tells the last serial number, and a lower one counts as an old folder. Put the file back from a copy of the folder, or delete it to begin with serial number 1 again.",
  "sites-locked": ({ lock }) =>
    `portkeep is adding sites to this list already. Try again when that is done; if it was ended half-way, it left the file ${printable(lock)} behind, so delete that first.`,
  "fleet-locked": ({ lock }) =>
    `another build is at work in this folder. Try again when that is done; if there is none any more, as after another machine was switched off, delete the file ${printable(lock)} first.`,
  "answers-ended": () =>
    "the answers ended before the last question, so nothing was written. Run it again, or say all of it by options: add --help to see them.",
  "answers-needed": () =>
    "there is no terminal to ask at, so options have to say what a site is. Give --site ID with --product ID or --port RANGE, or write the list by hand, as docs/fleets.md shows.",
} satisfies Partial<ErrorTexts>;
