import { createInterface } from "node:readline";
import type { Conversation } from "./io.ts";

/**
 * Asks at the terminal, one line a question, on standard error. What is typed or pasted before its question waits for
 * it. Ctrl-C and Ctrl-D end the conversation.
 */
export function startConversation({ stdin, stderr, env }: NodeJS.Process): Conversation {
  // One that knows no control characters edits its lines itself.
  const reader = createInterface({ input: stdin, output: stderr, terminal: env.TERM !== "dumb" });
  const lines = reader[Symbol.asyncIterator]();
  return {
    async ask(question) {
      reader.setPrompt(`${question} `);
      reader.prompt();
      const { done, value } = await lines.next();
      if (!done) return value;
      stderr.write("\n");
      return null;
    },
    close: () => reader.close(),
  };
}
