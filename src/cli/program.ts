import { Command } from "@commander-js/extra-typings";
import { version } from "../../package.json";
import type { Io } from "./io.ts";
import { addProducts } from "./products.ts";
import { addRender } from "./render.ts";

const examples = `Examples:
  portkeep products                            which product needs which ports
  portkeep render --product sbs-2003-standard  a script for a whole server
  portkeep render --product ias --dry-run      what such a script would reserve
`;

/** Gives the command line's tree of commands. It throws a CommanderError where commander would end the process. */
export function makeProgram(io: Io): Command {
  const program = new Command("portkeep")
    .description("Renders a PowerShell script that reserves the UDP ports a Windows server's services need.")
    .version(version, "--version", "show the version")
    .helpOption("-h, --help", "show this help")
    .helpCommand(false)
    .addHelpText("before", examples)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => 100,
      getErrHelpWidth: () => 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  addProducts(program, io);
  addRender(program, io);
  return program;
}
