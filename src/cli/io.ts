import type { Locale, Texts } from "./text/language.ts";

/** What a run may touch of the process it runs in. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>;
  stdout: Output;
  stderr: Output;
  /** Where relative paths start. */
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Asks for a secret without showing it; absent where there is no terminal to ask at. */
  ask?: ((question: string) => Promise<string>) | undefined;
  /** Begins to ask questions whose answers are seen; absent likewise. */
  converse?: (() => Promise<Conversation>) | undefined;
}

/** Questions to whoever sits at the terminal. */
export interface Conversation {
  /** Gives a line as it was typed, or null where no more will come. */
  ask(question: string): Promise<string | null>;
  close(): void;
}

interface Output {
  write(chunk: string | Uint8Array): unknown;
  /** What only a terminal has. */
  isTTY?: boolean;
  columns?: number;
}

/** What a command works with. */
export interface Session extends Texts {
  io: Io;
  locale: Locale;
  /** 1 where the command did its work and found something wrong. */
  exitCode: 0 | 1;
}
