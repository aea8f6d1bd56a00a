import { actions, reboots } from "../../plan/choice.ts";
import type { Package } from "../package.ts";

/** What Datto RMM asks for at each run; the script finds it in its environment, under the same name. */
export interface Variable {
  name: string;
  description: string;
  value: string;
  /** The values that there are to choose from; without them, any text. */
  options?: readonly string[];
}

/** Gives the variables of a package's script, each with the value that the script has without it. */
export function variablesOf({ plan }: Package): Variable[] {
  const { action, reboot, restartDns = "Never", rebootExitCode } = plan.recipe;
  return [
    {
      name: "PORTKEEP_ACTION",
      description:
        "Apply reserves the ports. Test and Report change nothing. Restore brings back what was there.",
      value: action,
      options: actions,
    },
    {
      name: "PORTKEEP_REBOOT",
      description: "IfNeeded starts a restart where this run makes one necessary, at most one in 24 hours.",
      value: reboot,
      options: reboots,
    },
    {
      name: "PORTKEEP_REBOOTDELAYSECONDS",
      description: "The warning time before that restart, in seconds.",
      value: "60",
    },
    {
      name: "PORTKEEP_REBOOTEXITCODE",
      description:
        "The exit code where a restart is needed; the last line of the output tells it in any case.",
      value: String(rebootExitCode),
      options: ["3010", "0"],
    },
    {
      name: "PORTKEEP_RESTARTDNS",
      description: "IfNeeded lets the script restart the DNS Server where that is enough.",
      value: restartDns,
      options: reboots,
    },
  ];
}
