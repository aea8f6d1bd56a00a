import { PortkeepError } from "../../errors.ts";
import type { Answer } from "./answer.ts";
import { startChild } from "./child.ts";
import type { LineProblem } from "./errors.ts";
import type { Job } from "./job.ts";
import { LineTooLong, linesOf } from "./lines.ts";
import { replyIn } from "./reply.ts";
import { commandEnd, startError, timeoutError } from "./run.ts";

const longestLine = 1024 * 1024;
const shownOfLine = 200;
const shownOfRefusal = 2000;
const goodbyeMs = 2000;

/** A running co-process. */
export interface Conversation {
  /** Sends a request, which gets an id, and gives its answer. Throws as `converse` says. */
  ask(request: object): Promise<Answer>;
  /** Gives the error why it can be asked no more, a new one each time; null as long as it can. */
  failure(): unknown;
  /** Closes its input, and ends it where it does not end itself within 2 seconds. */
  close(): Promise<void>;
}

interface Request {
  resolve(answer: Answer): void;
  reject(error: unknown): void;
  timer: NodeJS.Timeout;
}

/**
 * Starts a co-process. What is asked throws `sign-command-refused` for a single request, and for all that are under
 * way: `sign-command-not-found`, `sign-command-not-started`, `sign-command-ended`, `sign-command-timeout` and
 * `sign-command-line`.
 */
export function converse(job: Job): Conversation {
  const child = startChild(job.words, job.env);
  const requests = new Map<number, Request>();
  let over: (() => unknown) | null = null;
  let asked = 0;

  const written = () => ({ stdout: Buffer.alloc(0), stderr: child.stderr() });
  const endFor = (error: () => unknown) => {
    over ??= error;
    child.kill();
  };
  const endForLine = (problem: LineProblem, line: Uint8Array) => {
    const facts = { command: job.shown, problem, line: job.conceal(line).slice(0, shownOfLine) };
    endFor(() => new PortkeepError("sign-command-line", facts));
  };

  const take = (line: Buffer) => {
    const reply = replyIn(line);
    if (typeof reply === "string") return endForLine(reply, line);
    const request = requests.get(reply.id);
    if (!request) return endForLine("unknown-id", line);
    requests.delete(reply.id);
    clearTimeout(request.timer);
    if ("answer" in reply) return request.resolve(reply.answer);
    const reason = job.conceal(reply.refusal).slice(0, shownOfRefusal);
    request.reject(new PortkeepError("sign-command-refused", { command: job.shown, reason }));
  };

  const listen = async () => {
    try {
      for await (const line of linesOf(child.stdout, longestLine)) if (over === null) take(line);
    } catch (error) {
      // Else the stream was cut off, with the process.
      if (error instanceof LineTooLong) endForLine("too-long", error.start);
    }
    const end = await endWithin(child.ended, child.kill);
    over ??= () =>
      end.startError === null
        ? new PortkeepError("sign-command-ended", commandEnd(job, end, written()))
        : startError(job, end.startError);
    for (const { reject, timer } of requests.values()) {
      clearTimeout(timer);
      reject(over());
    }
  };

  const ended = listen();
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        const id = ++asked;
        const timer = setTimeout(() => endFor(() => timeoutError(job, written())), job.timeout);
        requests.set(id, { resolve, reject, timer });
        child.stdin.write(`${JSON.stringify({ id, ...request })}\n`);
      }),
    failure: () => over?.() ?? null,
    async close() {
      child.stdin.end();
      await endWithin(ended, child.kill);
    },
  };
}

/** Gives what `end` gives, for which `kill` sees after 2 seconds. */
async function endWithin<Result>(end: Promise<Result>, kill: () => void): Promise<Result> {
  const timer = setTimeout(kill, goodbyeMs);
  try {
    return await end;
  } finally {
    clearTimeout(timer);
  }
}
