import { PortkeepError } from "../../errors.ts";
import type { HashName } from "../hash.ts";
import type { Answer } from "./answer.ts";
import { type Conversation, converse } from "./conversation.ts";
import { digestOf } from "./digest-info.ts";
import type { Job } from "./job.ts";

/** How often it is started without ever giving an answer. */
const mostStarts = 3;

/** A program that stays and signs one hash after the other. */
export interface CoProcess {
  /** Throws what `converse` says. Where it had ended, starts it again. */
  ask(message: Uint8Array, hash: HashName): Promise<Answer>;
  close(): Promise<void>;
}

/** Makes a co-process, which starts with the first request. `keyType` is told to it where it is known. */
export function coProcess(job: Job, keyType: string | undefined): CoProcess {
  let current: Conversation | null = null;
  let fruitless = 0;

  const open = (): Conversation => {
    job.signal.throwIfAborted();
    const failure = current?.failure() ?? null;
    if (current && failure === null) return current;
    if (failure !== null && (!mayStartAgain(failure) || fruitless >= mostStarts)) throw failure;
    fruitless++;
    current = converse(job);
    return current;
  };

  return {
    async ask(message, hash) {
      const digest = digestOf(hash, message).toString("base64");
      const text = Buffer.from(message).toString("base64");
      const answer = await open().ask({ hash, digest, keyType, message: text });
      fruitless = 0;
      return answer;
    },
    async close() {
      await current?.close();
    },
  };
}

/** What does not keep to the protocol, or is not there, will be no better the next time. */
function mayStartAgain(failure: unknown): boolean {
  return (
    failure instanceof PortkeepError &&
    (failure.code === "sign-command-ended" || failure.code === "sign-command-timeout")
  );
}
