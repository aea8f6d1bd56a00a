import type { NoVbs } from "../../delivery/package.ts";
import type { ErrorTexts } from "../text/error-text.ts";
import { printable, quoted } from "../text/words.ts";
import { allOf, grouped } from "./words.ts";

const noVbs = {
  powershell: "this tool runs scripts by PowerShell, which Windows 2000 has not",
  signature: "this bundle has computers trust whoever signed a script, which nobody did",
} satisfies Record<NoVbs, string>;

/** What can go wrong with bundles, in English. */
export const deliveryErrors = {
  "package-name": ({ name }) =>
    `the files of a bundle are named after the script, and not every tool takes the name ${quoted(name)}. Rename the script: letters from A to Z, digits and . _ - only, 100 characters at most, and not what Windows calls a device, such as con.`,
  "package-name-taken": ({ path }) =>
    `two files of this bundle would be called ${quoted(path)}: the script, and one of the bundle's own. Rename the script.`,
  "package-vbs": ({ reason, others }) =>
    `this is a VBScript for Windows 2000, and ${noVbs[reason]}. Take --for ${others.join(",")} instead.`,
  "package-not-as-rendered": ({ findings }) =>
    `this is not a script as this version renders it (${allOf(findings.map(printable))}), so nobody can say what it would do. portkeep read SCRIPT tells more; render it again, sign it, and package that.`,
  "package-signature": ({ findings }) =>
    `its signature is not accepted (${allOf(findings.map(printable))}). portkeep verify SCRIPT --integrity-only tells more; sign it again with portkeep sign SCRIPT, and package that.`,
  "package-needs-key": () =>
    "this bundle holds more scripts than yours, and they have to be signed as yours is. Give the key that signed it: --sign-pfx FILE, or --sign-key FILE and --sign-cert FILE, or --sign-command COMMAND.",
  "package-other-signer": ({ wanted, found }) =>
    `the script is signed by the certificate ${wanted}, and this key belongs to ${found}. A bundle has one signer: give the key that signed the script, or sign it again with this one.`,
  "package-script-unsigned": () =>
    "there is a key, and the script is not signed. Sign it first with portkeep sign SCRIPT, or leave the key out.",
  "package-unsigned": ({ tool }) =>
    `the script is not signed, and ${tool} has it run as SYSTEM on every computer that it reaches, so it takes signed ones alone. Sign it with portkeep sign SCRIPT, and package that.`,
  "package-action": ({ tool, action }) =>
    `without parameters this script does ${printable(action)}, and ${tool} is made of one that applies. Render it again without --action, and package that.`,
  "package-restart": ({ tool }, inList) =>
    `this script may start a restart, and ${tool} must not. ${
      inList ? "Leave the key reboot out" : "Render it again without --reboot"
    }: it then tells that a restart is needed, and leaves it to you.`,
  "package-too-large": ({ tool, bytes, limit }) =>
    `the script has ${grouped(bytes)} bytes, and ${tool} takes ${grouped(limit)} at most. Give fewer own ports, or sign with fewer certificates between yours and the root.`,
  "package-text-replaced": ({ tool, text }) =>
    `the script holds ${quoted(text)}, and ${tool} would put something else in its place, which breaks the signature. Render it again without that text.`,
  "package-folder-taken": ({ folder, files }) =>
    `${printable(folder)} holds what is not of a bundle, or was changed since (${allOf(files.map(printable))}), and a new bundle takes the place of all in it. Move that elsewhere, or give another folder with -o.`,
} satisfies Partial<ErrorTexts>;
