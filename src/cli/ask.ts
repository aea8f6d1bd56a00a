import { createInterface } from "node:readline";
import { Writable } from "node:stream";

/** How a shell counts a program that was ended by Ctrl-C. */
const interrupted = 130;

/** Asks at the terminal for a secret, of which nothing is shown. Ctrl-C and Ctrl-D end the program. */
export function ask(question: string, { stdin, stderr }: NodeJS.Process): Promise<string> {
  return new Promise((resolve) => {
    // It turns the terminal's echo off, so it comes before the question.
    const lines = createInterface({ input: stdin, output: nowhere(), terminal: true, historySize: 0 });
    const cancel = () => {
      stderr.write("\n");
      process.exit(interrupted);
    };
    lines.once("close", cancel);
    lines.once("line", (answer) => {
      lines.off("close", cancel).close();
      stderr.write("\n");
      resolve(answer);
    });
    stderr.write(`${question} `);
  });
}

/** Takes what a line editor would show. */
function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}
