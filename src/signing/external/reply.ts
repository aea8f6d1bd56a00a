import { type Answer, answerOf } from "./answer.ts";
import type { LineProblem } from "./errors.ts";

/** What a co-process says about a request. */
export type Reply = { id: number; answer: Answer } | { id: number; refusal: string };

/** Reads a line of a co-process: a reply, or what is wrong with it. */
export function replyIn(line: Uint8Array): Reply | LineProblem {
  const value = parse(line);
  if (typeof value !== "object" || value === null) return "not-json";
  const { id, error } = value as Record<string, unknown>;
  if (typeof id !== "number") return "unknown-id";
  if (typeof error === "string") return { id, refusal: error };
  const answer = answerOf(value);
  return answer ? { id, answer } : "no-signature";
}

function parse(line: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(line));
  } catch {
    return null;
  }
}
