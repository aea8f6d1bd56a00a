import { stripVTControlCharacters } from "node:util";
import type { CommandKind, SignCommand, Words } from "./command.ts";
import { childEnvironment } from "./environment.ts";
import { concealer, secretsIn, withoutSecrets } from "./secrets.ts";

/** How a signing command is run. */
export interface CommandOptions<Kind extends CommandKind = CommandKind> {
  command: SignCommand<Kind>;
  /** The environment that the command gets, but for what is withheld. */
  env: NodeJS.ProcessEnv;
  /** Names of variables that the command has no need to see, such as that of portkeep's own password. */
  withhold?: readonly string[];
  /** What no error may show. What looks like a secret in the command or the environment is hidden in any case. */
  secrets?: readonly string[];
  /** Its abort ends what was started. */
  signal?: AbortSignal;
  /** Milliseconds for one signature; 60,000 by default. */
  timeout?: number;
  /** How many signatures may be under way at once. */
  concurrency?: number;
  /** Milliseconds to wait before each further try after an exit code other than 0; [250, 1000] by default. */
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

/** Makes a command ready; `signal` ends what was started, as that of the options does. */
export function jobOf(options: CommandOptions, signal: AbortSignal): Job {
  const { command, env, withhold = [], secrets = [], timeout = 60_000, retries = [250, 1000] } = options;
  const { shown, secrets: inCommand } = withoutSecrets(command.words);
  const withheld = withhold.flatMap((name) => env[name] ?? []);
  const conceal = concealer([...secrets, ...withheld], [...secretsIn(env), ...inCommand]);
  return {
    words: command.words,
    env: childEnvironment(env, withhold),
    signal: options.signal ? AbortSignal.any([options.signal, signal]) : signal,
    timeout,
    retries,
    shown: conceal(shown),
    conceal(written) {
      const text = typeof written === "string" ? written : new TextDecoder().decode(written);
      return conceal(stripVTControlCharacters(text).trim());
    },
  };
}
