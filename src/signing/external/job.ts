import { stripVTControlCharacters } from "node:util";
import type { CommandKind, SignCommand, Words } from "./command.ts";
import { childEnvironment } from "./environment.ts";
import { concealer, secretsIn, withoutSecrets } from "./secrets.ts";

/** How a signing command is run. */
export interface CommandOptions<Kind extends CommandKind = CommandKind> {
  command: SignCommand<Kind>;
  /** The environment that the command gets, but for our own variables. */
  env: NodeJS.ProcessEnv;
  // These two are for tests, which cannot wait as long.
  /** Milliseconds for one signature. */
  timeout?: number;
  /** Milliseconds to wait before each further try after an exit code other than 0. */
  retries?: readonly number[];
}

/** A command made ready to be run. */
export interface Job {
  words: Words;
  env: Record<string, string>;
  signal: AbortSignal;
  timeout: number;
  retries: readonly number[];
  /** The command as an error may show it. */
  shown: string;
  /** Gives what a command wrote as an error may show it. */
  conceal(written: Uint8Array | string): string;
}

/** Makes a command ready; an abort of `signal` ends what was started. */
export function jobOf(
  { command, env, timeout = 60_000, retries = [250, 1000] }: CommandOptions,
  signal: AbortSignal,
): Job {
  const { shown, secrets } = withoutSecrets(command.words);
  const conceal = concealer([...secretsIn(env), ...secrets]);
  return {
    words: command.words,
    env: childEnvironment(env),
    signal,
    timeout,
    retries,
    shown: conceal(shown),
    conceal(written) {
      const text = typeof written === "string" ? written : new TextDecoder().decode(written);
      return conceal(stripVTControlCharacters(text).trim());
    },
  };
}
