import { shown } from "../shown.ts";
import { numbersOf } from "./numbers.ts";
import type { ProblemTexts } from "./problem.ts";

const { grouped, anyOf } = numbersOf("en");

/** Why a choice cannot be served, in English. */
export const problems: ProblemTexts = {
  "port-not-a-range": ({ text }) =>
    `"${shown(text)}" is not a port range. Write 4000 or 4000-4010, in digits only.`,
  "port-too-high": ({ text }) => `"${shown(text)}" goes above 65535, the highest port.`,
  "port-zero": ({ text }) => `"${shown(text)}" begins with 0, which is no port.`,
  "port-reversed": ({ text, low, high }) =>
    `"${shown(text)}" begins with a higher port than it ends with. Write ${high}-${low}.`,
  "port-below-pool": ({ text, lowest }) =>
    `"${shown(text)}" begins below ${lowest}, and ports below ${lowest} are never taken by chance. Leave them out.`,
  "label-too-long": ({ label, longest }) =>
    `The label "${shown(label)}" is longer than ${longest} characters.`,
  "label-characters": ({ label }) =>
    `The label "${shown(label)}" holds a character that a label cannot have. Use letters from A to Z, digits, spaces and . _ , ( ) / : + -`,
  "too-many-ports": ({ count, limit }) =>
    `${grouped(count)} own ports would leave other programs too few. Give ${grouped(limit)} at most; the command line lets more through with --allow-wide.`,
  "script-too-large": ({ bytes, limit }) =>
    `The script would have ${grouped(bytes)} bytes, and ${grouped(limit)} is the most. Give fewer own ports, or fewer and shorter labels.`,
  "product-not-on-system": ({ name, system, allowed }) =>
    `${name} can only be on ${anyOf(allowed.map((entry) => entry.name))}, and ${
      system ? `you chose ${system}` : "you chose no Windows version"
    }. Choose that version, or leave ${name} out.`,
  "not-in-vbs": () =>
    "The VBScript for a Windows without PowerShell starts no restart. Choose that it never restarts the server.",
  "no-backend": ({ name, wanted, backends }) =>
    backends.length > 0
      ? `${name} has no ${wanted}. Choose ${anyOf(backends)}, or leave it to the Windows version.`
      : `${name} no longer reads ReservedPorts, and its DNS Server has no list of its own yet: no way is known to keep it off a port there. Server 2008 R2 has one.`,
};
