import { causeOf } from "../files/cause.ts";
import { errorTextsOf, localeOf, textsOf } from "./text/language.ts";

/** Has a run end with 2 where one of its outputs takes no more, and tells so once where that can still be told. */
export function watchOutputs(argv: readonly string[], process: NodeJS.Process): void {
  const { stdout, stderr } = process;
  let isTold = false;
  // Each is reported as an event, perhaps after the run has ended, and would otherwise end the process with a stack.
  stdout.on("error", (error) => {
    if (isTold || hasStopped(error)) return;
    isTold = true;
    process.exitCode = 2;
    void lossText(error, argv).then((text) => stderr.write(text));
  });
  stderr.on("error", (error) => {
    if (!hasStopped(error)) process.exitCode = 2;
  });
}

/** Says whether it is only that whoever reads has stopped early, as `head` does: that is no failure. */
function hasStopped({ code }: NodeJS.ErrnoException): boolean {
  return code === "EPIPE";
}

async function lossText(error: Error, argv: readonly string[]): Promise<string> {
  const locale = localeOf(argv);
  const [{ reports }, texts] = await Promise.all([textsOf(locale), errorTextsOf(locale)]);
  return `${reports.error}: ${texts["stdout-failed"]({ cause: causeOf(error) })}\n`;
}
