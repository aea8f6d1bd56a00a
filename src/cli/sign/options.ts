import type { Command, OptionValues } from "@commander-js/extra-typings";
import { addItems } from "../../plan/lists.ts";
import { hashes } from "../../signing/hash.ts";
import type { Session } from "../io.ts";
import { choiceOption, wholeNumber } from "../options.ts";

/** How a script is to be signed, as given on the command line. */
export interface SigningChoice {
  signPfx?: string | undefined;
  signKey?: string | undefined;
  signCert?: string | undefined;
  signPasswordFile?: string | undefined;
  signPasswordEnv?: string | undefined;
  signCommand?: string | undefined;
  signSubject?: string | undefined;
  signDevelopment?: true | undefined;
  hash: (typeof hashes)[number];
  timestamp?: string[] | undefined;
  timestampInterval?: number | undefined;
  timestampRoot?: string | undefined;
  allowDevelopment?: true | undefined;
}

/** Adds the options that every command has which signs. */
export function addSigningOptions<Args extends [string] | [], Options extends OptionValues>(
  command: Command<Args, Options>,
  { signing: help }: Session["help"],
) {
  return command
    .option("--sign-pfx <file>", help.pfx)
    .option("--sign-key <file>", help.key)
    .option("--sign-cert <file>", help.certificate)
    .option("--sign-password-file <file>", help.passwordFile)
    .option("--sign-password-env <name>", help.passwordEnv)
    .option("--sign-command <command>", help.command)
    .option("--sign-subject <name>", help.subject)
    .option("--sign-development", help.development)
    .addOption(choiceOption("--hash <name>", help.hash, hashes))
    .option("--timestamp <url>", help.timestamp, addItems)
    .option(
      "--timestamp-interval <seconds>",
      help.timestampInterval,
      wholeNumber("--timestamp-interval", 0, 3600),
    )
    .option("--timestamp-root <file>", help.timestampRoot)
    .option("--allow-development", help.allowDevelopment);
}

/** Says whether any option asks for a signature, or says how to make one. */
export function wantsSigning(choice: SigningChoice): boolean {
  return choice.hash !== hashes[0] || meanSigning.some((name) => choice[name] !== undefined);
}

/** Gives the files that a choice names, by option. */
export function signingFiles(choice: SigningChoice): Record<string, string | undefined> {
  return {
    "--sign-pfx": choice.signPfx,
    "--sign-key": choice.signKey,
    "--sign-cert": choice.signCert,
    "--sign-password-file": choice.signPasswordFile,
    "--timestamp-root": choice.timestampRoot,
  };
}

const meanSigning = [
  "signPfx",
  "signKey",
  "signCert",
  "signPasswordFile",
  "signPasswordEnv",
  "signCommand",
  "signSubject",
  "signDevelopment",
  "timestamp",
  "timestampInterval",
  "timestampRoot",
] as const satisfies (keyof SigningChoice)[];
