import { PortkeepError } from "../../errors.ts";
import type { HashName } from "../hash.ts";
import { limit } from "../limit.ts";
import { fillWords, placeholdersIn } from "./command.ts";
import { type Folder, readResult, withFolder } from "./folder.ts";
import { type CommandOptions, type Job, jobOf } from "./job.ts";
import { outputOf, runToEnd, withRetries } from "./run.ts";

/** How much larger a signature with its certificates and a timestamp may make a script. */
const growth = 1024 * 1024;

export interface FileSignerOptions extends CommandOptions<"file"> {
  /** Throws unless the second is the first, unchanged, with a good signature by the right signer. */
  check(original: Uint8Array, signed: Uint8Array): void | Promise<void>;
}

/** A program that signs whole scripts. */
export interface FileSigner {
  /**
   * Gives the signed script. Throws what `runToEnd` and `check` throw, `sign-command-no-result`,
   * `sign-command-too-much`.
   */
  sign(script: Uint8Array, hash: HashName): Promise<Uint8Array>;
  readonly concurrency: number;
  /** Ends what is under way. */
  close(): Promise<void>;
}

/** Makes a signer of a command of the kind "file". One script at a time, since a token often bears no more. */
export function fileSigner({ check, ...options }: FileSignerOptions): FileSigner {
  const closing = new AbortController();
  const job = jobOf(options, closing.signal);
  const concurrency = 1;
  const limited = limit(concurrency);
  return {
    concurrency,
    sign: (script, hash) =>
      limited.run(async () => {
        const signed = await withRetries(job, () => withFolder((folder) => sign(job, script, hash, folder)));
        await check(script, signed);
        return signed;
      }),
    async close() {
      closing.abort();
      await limited.idle();
    },
  };
}

async function sign(job: Job, script: Uint8Array, hash: HashName, folder: Folder): Promise<Uint8Array> {
  // Tools tell what to do by the end of the name.
  const file = await folder.write("script.ps1", script);
  const out = folder.path("signed.ps1");
  const written = await runToEnd(job, fillWords(job.words, { file, out, "hash-name": hash }));
  const from = placeholdersIn(job.words).includes("out") ? "out" : "file";
  const limitBytes = script.length + growth;
  const signed = await readResult(from === "out" ? out : file, limitBytes);
  if (signed === "too-large") {
    throw new PortkeepError("sign-command-too-much", { command: job.shown, limit: limitBytes });
  }
  if (signed && Buffer.compare(signed, script) !== 0) return signed;
  const output = outputOf(job, written);
  throw new PortkeepError("sign-command-no-result", { command: job.shown, from, output });
}
