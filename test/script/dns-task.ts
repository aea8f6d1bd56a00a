import { runLine } from "../rig/command-line.ts";

/** The task that starts the DNS Server until it runs. */
export const startTask =
  /^portkeep-start-dns\|C:\\windows\\system32\\cmd\.exe \/c (\S+\\sc\.exe) start DNS & \1 interrogate DNS && \S+\\schtasks\.exe \/delete \/tn portkeep-start-dns \/f$/i;

/** Does what the task tells cmd, in its stead: Wine's takes && for &. */
export async function runTask(task: string): Promise<void> {
  let exitCode = 0;
  const commands = task.replace(/^.*cmd\.exe \/c /i, "").split(/ (?=&)/);
  for (const command of commands) {
    if (command.startsWith("&& ") && exitCode !== 0) return;
    ({ exitCode } = await runLine(command.replace(/^&+ /, "")));
  }
}
