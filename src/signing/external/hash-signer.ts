import type { HashSigner } from "../hash-signer.ts";
import { limit } from "../limit.ts";
import { coProcess } from "./co-process.ts";
import { type CommandOptions, jobOf } from "./job.ts";
import { askOnce } from "./one-shot.ts";
import { chainOf, type Pin } from "./pin.ts";
import { signatureIn } from "./signature.ts";

export interface HashSignerOptions extends CommandOptions<"hash" | "co-process"> {
  /** Null takes the certificates that come with each answer, whoever's they are. */
  pin: Pin | null;
}

/**
 * Makes a signer of a command that signs hashes: 8 at once by a co-process, else 1, since a token often bears no more.
 * Each signature is verified before it is given. Its `sign` throws what `askOnce` or
 * `converse` throws, `chainOf` and `signatureIn`.
 */
export function hashSigner({ pin, ...options }: HashSignerOptions): HashSigner {
  const closing = new AbortController();
  const job = jobOf(options, closing.signal);
  const pinned = pin && "chain" in pin ? pin.chain[0].publicKey : null;
  const stays = options.command.kind === "co-process" ? coProcess(job, pinned?.asymmetricKeyType) : null;
  const concurrency = stays ? 8 : 1;
  const limited = limit(concurrency);
  return {
    concurrency,
    sign: (message, hash) =>
      limited.run(async () => {
        const answer = await (stays ? stays.ask(message, hash) : askOnce(job, message, hash));
        const chain = chainOf(answer.certificates, pin);
        return { signature: signatureIn(answer.signature, message, hash, chain[0].publicKey), chain };
      }),
    async close() {
      await stays?.close();
      closing.abort();
      await limited.idle();
    },
  };
}
