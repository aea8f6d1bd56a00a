import type { Conversation } from "../../../src/cli/io.ts";

/** A conversation with somebody who has these answers and then leaves, in place of a terminal. */
export function answering(...answers: string[]) {
  const questions: string[] = [];
  let isOpen = false;
  const converse = async (): Promise<Conversation> => {
    isOpen = true;
    return {
      async ask(question) {
        questions.push(question);
        return answers[questions.length - 1] ?? null;
      },
      close() {
        isOpen = false;
      },
    };
  };
  return { converse, questions, isOpen: () => isOpen };
}
