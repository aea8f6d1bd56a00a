import { type Argument, Command, type Option } from "@commander-js/extra-typings";
import { version } from "../../package.json";
import { locales } from "../plan/choice.ts";
import { addBuild } from "./build/build.ts";
import { addCatalog } from "./build/catalog.ts";
import { addCompletion } from "./completion/completion.ts";
import { addInit } from "./init/init.ts";
import type { Session } from "./io.ts";
import { checkOptions, choiceOption } from "./options.ts";
import { addPackage } from "./package/package.ts";
import { addRead } from "./read/read.ts";
import { addRender } from "./render/render.ts";
import { addSign } from "./sign/sign.ts";
import { addExplain } from "./table/explain.ts";
import { addProducts } from "./table/products.ts";
import { addVerify } from "./verify/verify.ts";

/** Gives the command line's tree of commands. It throws a CommanderError where commander would end the process. */
export function makeProgram(session: Session): Command {
  const { io, help } = session;
  const helpWidth = Math.min(io.stdout.columns || 100, 100);
  const program = new Command("portkeep")
    .description(help.program.description)
    .version(version, "--version", help.program.version)
    .helpOption("-h, --help", help.program.help)
    .helpCommand("help [command]", help.program.helpCommand)
    .addHelpText("before", help.program.examples)
    .exitOverride()
    .configureHelp(helpIn(help))
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      // What went wrong is told by whoever catches the error, in the user's language.
      writeErr: () => {},
      getOutHelpWidth: () => helpWidth,
      getErrHelpWidth: () => helpWidth,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  program.addOption(choiceOption("--locale <language>", help.program.locale, locales));
  addProducts(program, session);
  addRender(program, session);
  addExplain(program, session);
  addRead(program, session);
  addSign(program, session);
  addVerify(program, session);
  addPackage(program, session);
  addBuild(program, session);
  addCatalog(program, session);
  addInit(program, session);
  addCompletion(program, session);
  // But for --locale, which an alias may have and its user say otherwise.
  for (const command of program.commands) checkOptions(command);
  return program as Command;
}

/** Gives the parts of the help that commander would write in English. */
function helpIn({ words, choices, default: byDefault }: Session["help"]) {
  const translated = (text: string) => words[text] ?? text;
  const translatedWords = (text: string) => text.replace(/\[(options|command)\]/g, translated);
  return {
    showGlobalOptions: true,
    styleTitle: translated,
    styleUsage: translatedWords,
    styleSubcommandTerm: translatedWords,
    optionDescription({ description, argChoices, defaultValue }: Option) {
      if (!argChoices) return description;
      return `${description} (${choices}: ${argChoices.join(", ")}; ${byDefault}: ${defaultValue})`;
    },
    argumentDescription({ description, argChoices }: Argument) {
      return argChoices ? `${description} (${choices}: ${argChoices.join(", ")})` : description;
    },
  };
}
