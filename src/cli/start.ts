import { watchOutputs } from "./output.ts";
import { run } from "./run.ts";

const { stdout, stderr, env } = process;
const argv = process.argv.slice(2);

watchOutputs(argv, process);

const hasTerminal = process.stdin.isTTY && stderr.isTTY;

const io = {
  // Merely to look at it opens it.
  get stdin() {
    return process.stdin;
  },
  stdout,
  stderr,
  cwd: process.cwd(),
  env,
  ask: hasTerminal ? askHere : undefined,
  converse: hasTerminal ? converseHere : undefined,
};

async function askHere(question: string): Promise<string> {
  const { ask } = await import("./ask.ts");
  return ask(question, process);
}

async function converseHere() {
  const { startConversation } = await import("./conversation.ts");
  return startConversation(process);
}

// Not awaited here: parts that are loaded later import from this file, and would wait for its end for ever.
void run(argv, io).then((code) => {
  // An output that failed has settled it before.
  process.exitCode ??= code;
});
