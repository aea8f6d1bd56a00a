import { PortkeepError } from "../../errors.ts";
import type { HashName } from "../hash.ts";
import { type Answer, answerIn } from "./answer.ts";
import { fillWords, type Placeholder, placeholdersIn } from "./command.ts";
import { digestInfo, digestOf } from "./digest-info.ts";
import { type Folder, readResult, withFolder } from "./folder.ts";
import type { Job } from "./job.ts";
import { outputOf, runToEnd, withRetries } from "./run.ts";

const answerLimit = 1024 * 1024;

/** Lets a command sign one hash. Throws what `runToEnd` throws, `sign-command-no-result`, `sign-command-too-much`. */
export function askOnce(job: Job, message: Uint8Array, hash: HashName): Promise<Answer> {
  return withRetries(job, () => withFolder((folder) => ask(job, message, hash, folder)));
}

async function ask(job: Job, message: Uint8Array, hash: HashName, folder: Folder): Promise<Answer> {
  const used = placeholdersIn(job.words);
  const values = await valuesOf(used, message, hash, folder);
  const written = await runToEnd(job, fillWords(job.words, values));
  const from = used.includes("out") ? "out" : "output";
  const result = from === "out" ? await readResult(folder.path("signature"), answerLimit) : written.stdout;
  if (result === "too-large") {
    throw new PortkeepError("sign-command-too-much", { command: job.shown, limit: answerLimit });
  }
  const answer = result && answerIn(result);
  if (answer) return answer;
  const output = outputOf(job, written);
  throw new PortkeepError("sign-command-no-result", { command: job.shown, from, output });
}

async function valuesOf(
  used: readonly Placeholder[],
  message: Uint8Array,
  hash: HashName,
  folder: Folder,
): Promise<Partial<Record<Placeholder, string>>> {
  const digest = digestOf(hash, message);
  const makers: Partial<Record<Placeholder, () => string | Promise<string>>> = {
    hash: () => folder.write("hash", digest),
    "hash-hex": () => digest.toString("hex"),
    "hash-base64": () => digest.toString("base64"),
    "digest-info": () => folder.write("digest-info", digestInfo(hash, digest)),
    message: () => folder.write("message", message),
    "hash-name": () => hash,
    out: () => folder.path("signature"),
  };
  return Object.fromEntries(
    await Promise.all(used.map(async (name) => [name, await makers[name]?.()] as const)),
  );
}
