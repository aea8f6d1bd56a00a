import { PortkeepError } from "../../errors.ts";
import type { Conversation, Session } from "../io.ts";
import { causeText, errorText } from "../text/error-text.ts";
import { errorTextsOf } from "../text/language.ts";

/** Questions that are put again until the answer is good. */
export class Dialogue {
  /** How many questions were put. */
  asked = 0;
  readonly #conversation: Conversation;
  readonly #session: Session;
  readonly #told = new Set<string>();

  constructor(conversation: Conversation, session: Session) {
    this.#conversation = conversation;
    this.#session = session;
  }

  tell(text: string): void {
    this.#session.io.stderr.write(`${text}\n`);
  }

  /** Tells what does not have to be told again. */
  tellOnce(text: string): void {
    if (!this.#told.has(text)) this.tell(text);
    this.#told.add(text);
  }

  /** Asks until `read` takes the answer, and gives what it makes of it. Throws `answers-ended`. */
  async ask<Value>(question: string, read: (answer: string) => Value): Promise<Value> {
    for (;;) {
      this.asked++;
      const answer = await this.#conversation.ask(question);
      if (answer === null) throw new PortkeepError("answers-ended", {});
      try {
        return read(answer.trim());
      } catch (error) {
        await this.refuse(error);
      }
    }
  }

  /** Asks for a yes or a no; an empty answer is what the question shows in capitals. */
  confirm(question: string, byDefault: boolean): Promise<boolean> {
    const { yes, no, choices } = this.#session.reports.init;
    return this.ask(`${question} ${choices(byDefault)}`, (answer) => {
      const word = answer.toLowerCase();
      if (word === "") return byDefault;
      if (yes.includes(word) || no.includes(word)) return yes.includes(word);
      throw new PortkeepError("value-not-allowed", { value: answer, allowed: [...yes, ...no] });
    });
  }

  /** Tells what is wrong with an answer. Throws again whatever is no fault of one. */
  async refuse(error: unknown): Promise<void> {
    if (!(error instanceof PortkeepError) || error.code === "answers-ended") throw error;
    const { locale, reports } = this.#session;
    const texts = await errorTextsOf(locale);
    // A place that is an option means nothing to whoever gives none.
    this.tell(`${reports.error}: ${error.place ? errorText(error, texts) : causeText(error, texts)}`);
  }
}
