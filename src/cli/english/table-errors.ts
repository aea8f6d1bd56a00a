import type { Form, Kind } from "../../errors.ts";
import type { ErrorTexts } from "../text/error-text.ts";
import { quoted } from "../text/words.ts";
import { didYouMean } from "./did-you-mean.ts";
import { grouped, oneOf } from "./words.ts";

/** What can be wrong with the values in a file, in English. */
export const tableErrors = {
  "unknown-key": ({ key, known }) =>
    `${quoted(key)} is not a key here. ${didYouMean(key, known)}Choose from ${oneOf(known)}.`,
  "missing-key": ({ key }) => `the key ${key} is missing here. Add it.`,
  "wrong-type": ({ wanted, found }) =>
    `this is ${kinds[found]}, and must be ${kinds[wanted]}.${
      wanted === "text" && (found === "number" || found === "yes-no") ? " Put it in quotes." : ""
    }`,
  "wrong-form": ({ text, form }) => `${quoted(text)} ${forms[form]}`,
  "text-too-long": ({ text, longest }) =>
    `${quoted(text)} has ${grouped(text.length)} characters, and ${longest} is the most here. Shorten it.`,
  "list-empty": () => "this list is empty. Name at least one, or leave out the key.",
  "id-taken": ({ id, builtIn }) =>
    `the id ${quoted(id)} is taken already, ${builtIn ? "by the built-in table" : "further up in this one"}. Choose another.`,
  "unknown-reference": ({ list, id, known }) =>
    `${quoted(id)} is none of the ${list} here or in the built-in table. ${didYouMean(id, known)}Choose from ${oneOf(known)}, or add it under ${list}.`,
  "product-without-rows": ({ product }) =>
    `no row is for the product ${product}, so choosing it would reserve nothing. Add a row, or leave it out.`,
  "product-not-in-bundle": ({ bundle, product, system, systems }) =>
    `${bundle} is for ${system}, but ${product} can only be on ${oneOf(systems)}. Leave it out of the bundle.`,
  "system-too-new": ({ version }) =>
    `Windows ${version} does not read ReservedPorts; none since 6.0 does. Give another backend, or none.`,
} satisfies Partial<ErrorTexts>;

const kinds: Record<Kind, string> = {
  text: "a text",
  number: "a number",
  "yes-no": "true or false",
  list: "a list",
  map: "a map of keys and values",
  nothing: "nothing",
};

const forms: Record<Form, string> = {
  id: "is not an id. Use small letters, digits and single hyphens between them, such as backup-agent.",
  label:
    "holds a character that cannot go into a script, or a blank at an end. Use letters from A to Z, digits, spaces and . _ , ( ) / : + - only.",
  text: "is empty, or holds other than printable ASCII, or two opening braces. Leave those out.",
  ports: "is not a range. Write it in quotes as 5000-5010, and a single port as 5000-5000.",
  version: "is not a version. Write it in quotes as Windows itself counts, such as 5.2.",
  date: "is not a date. Write it as 2008-07-31.",
  url: "is not a web address. Write it with https:// in front.",
};
