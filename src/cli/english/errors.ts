import type { ErrorTexts } from "../text/error-text.ts";
import { quoted } from "../text/words.ts";
import { deliveryErrors } from "./delivery-errors.ts";
import { didYouMean } from "./did-you-mean.ts";
import { fileErrors } from "./file-errors.ts";
import { fleetErrors } from "./fleet-errors.ts";
import { signingErrors } from "./signing-errors.ts";
import { tableErrors } from "./table-errors.ts";
import { allOf, counted, grouped, oneOf } from "./words.ts";

/** The cause and the way out of each error, in English. */
export const errors: ErrorTexts = {
  ...deliveryErrors,
  ...fileErrors,
  ...fleetErrors,
  ...signingErrors,
  ...tableErrors,
  "port-not-a-range": ({ text }) =>
    `${quoted(text)} is not a port range. Write one port as 4000 and several as 4000-4010, in digits only.`,
  "port-too-high": ({ text }) =>
    `${quoted(text)} goes above 65535, the highest port. Give ports from 1025 to 65535.`,
  "port-zero": ({ text }) =>
    `${quoted(text)} begins with 0, which is no port. Give ports from 1025 to 65535.`,
  "port-reversed": ({ text, low, high }) =>
    `${quoted(text)} begins with a higher port than it ends with. Write ${high}-${low}.`,
  "port-below-pool": ({ text, lowest }) =>
    `${quoted(text)} begins below ${lowest}, and no dynamic port pool reaches below ${lowest}: those ports are never taken by chance. Leave them out.`,
  "label-too-long": ({ label, longest }) =>
    `the label ${quoted(label)} has ${label.length} characters, and ${longest} is the most. Shorten it.`,
  "label-characters": ({ label }) =>
    `the label ${quoted(label)} holds a character that a label cannot have. Use letters from A to Z, digits, spaces and . _ , ( ) / : + - only.`,
  "too-many-ports": ({ count, limit, limitWide }) =>
    `${grouped(count)} own ports would leave other programs too few. ${
      count > limitWide
        ? `Give ${grouped(limit)} at most, or ${grouped(limitWide)} with --allow-wide.`
        : `Give ${grouped(limit)} at most, or add --allow-wide if the server can spare them.`
    }`,
  "nothing-chosen": () =>
    "no product and no port was chosen, so there is nothing to reserve. Add --product ID (portkeep products lists them) or --port RANGE.",
  "unknown-product": ({ id, known }) =>
    `${quoted(id)} is neither a product nor a bundle. ${didYouMean(id, known)}Choose from ${oneOf(known)}.`,
  "unknown-system": ({ id, known }) =>
    `${quoted(id)} is not a system. ${didYouMean(id, known)}Choose from ${oneOf(known)}.`,
  "system-conflict": ({ claims }, inList) =>
    `one script is for one system, but ${allOf(
      claims.map(
        ({ by, system }) =>
          `${by === "os" ? (inList ? "the key os" : "--os") : `the bundle ${by}`} means ${system}`,
      ),
    )}. Keep one of them, and name further products one by one.`,
  "product-not-on-system": ({ product, name, system, allowed }, inList) => {
    // A list is of PowerShell scripts alone.
    const ids = allowed.filter(({ powershell }) => powershell || !inList).map(({ id }) => id);
    const os = inList ? `the key os the value ${oneOf(ids)}` : oneOf(ids.map((id) => `--os ${id}`));
    return `only ${allOf(allowed.map((entry) => entry.name))} can have ${name}, and ${
      system ? `the system chosen is ${system}` : "no system was chosen"
    }. ${ids.length > 0 ? `Give ${os} if it is one; otherwise leave` : "Leave"} ${product} out.`;
  },
  "no-powershell": ({ name }) =>
    `${name} has no PowerShell, so a .ps1 cannot run there. Give --format vbs for a VBScript.`,
  "vbs-not-needed": ({ name }) =>
    `a VBScript is for Windows 2000, which has no PowerShell, and ${
      name === null ? "no system was chosen" : `${name} can have it`
    }. Leave --format vbs out, or give --os windows-2000-server or --os sbs-2000 if it is one.`,
  "not-in-vbs": ({ option }) =>
    `the VBScript can only apply, test and restore, and starts no restart. Leave ${option} out.`,
  "vbs-not-signed": () =>
    "a VBScript is not signed, since Windows 2000 would not ask for the signature. Leave the signing options out.",
  "no-backend": ({ name, wanted, backends }) =>
    backends.length > 0
      ? `${name} has no ${wanted}. Choose ${oneOf(backends)}, or leave it to the system.`
      : `${name} no longer reads ReservedPorts, and its DNS Server has no list of its own yet: no way is known to keep it off a port there. Server 2008 R2 has one.`,
  "script-too-large": ({ bytes, limit }) =>
    `the script would have ${grouped(bytes)} bytes, and ${grouped(limit)} is the most. Give fewer own ports, or fewer and shorter labels.`,
  "output-ending": ({ file, ending }) =>
    `${quoted(file)} does not end with ${ending}, so Windows would not run this script under that name. Give one that ends with ${ending}, or - for standard output.`,
  "stdout-taken": () =>
    "standard output cannot hold both the script and the JSON. Leave out --json, or give a file with -o.",
  "stdout-failed": ({ cause }) =>
    `standard output could not be written (${cause}). Check the place where it goes, or send it to another; files that were written are whole.`,
  "value-not-allowed": ({ value, allowed }) =>
    `${quoted(value)} is not possible here. ${didYouMean(value, allowed)}Choose from ${oneOf(allowed)}.`,
  "not-a-number": ({ text, low, high }) => `${quoted(text)} is not a whole number from ${low} to ${high}.`,
  "unknown-command": ({ command, known }) =>
    `${quoted(command)} is not a command. ${didYouMean(command, known)}Choose from ${oneOf(known)}; --help tells what each does.`,
  "unknown-option": ({ option, similar }) =>
    `${quoted(option)} is not an option here. ${similar.length > 0 ? `Did you mean ${oneOf(similar)}? ` : ""}Add --help to see them all.`,
  "option-without-value": ({ option }) => `${option} needs a value after it. Give one, or leave it out.`,
  "option-missing": ({ option }) => `${option} is missing. Add --help to see what belongs there.`,
  "argument-missing": ({ argument }) =>
    `${argument.toUpperCase()} is missing. Add --help to see what belongs here.`,
  "option-repeated": () => "it takes one value, and is there more than once. Leave all but one away.",
  "too-many-arguments": ({ command, expected, given }) =>
    `${command} takes ${expected === 0 ? "no argument" : counted(expected, "argument")}, and was given ${given}. What holds a space goes in quotes; several values of an option go with commas, as in --product ias,ipsec.`,
  usage: ({ message }) => `${message}.`,
};
