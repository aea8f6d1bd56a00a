import { type Command, Option } from "@commander-js/extra-typings";
import type { Session } from "../io.ts";
import { addCommand, choiceArgument } from "../options.ts";
import { report } from "../report.ts";
import { loadCommands, shells } from "./shells.ts";

/** Adds `completion`: the script for a shell, which comes back with the hidden `--answer` at each TAB. */
export function addCompletion(program: Command, session: Session): void {
  const { io, locale } = session;
  const { json, completion: help } = session.help;
  addCommand(program, "completion", help)
    .addArgument(choiceArgument("<shell>", help.shell, shells))
    .option("--json", json)
    .addOption(new Option("--answer").hideHelp())
    .addHelpText("after", `\n${help.install}\n${loadCommands}`)
    .action(async (shell, { json, answer }) => {
      if (answer) {
        const { answerShell } = await import("./answer-shell.ts");
        io.stdout.write(await answerShell(shell, program, io));
        return;
      }
      const { completionScript } = await import("./script.ts");
      const result = { shell, script: completionScript(shell, locale) };
      const reporter = { text: () => result.script, json: () => result };
      report("completion", result, { json, session, reporter });
    });
}
