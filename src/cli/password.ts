import { at, PortkeepError } from "../errors.ts";
import { readInput } from "./input.ts";
import type { Io } from "./io.ts";

const longest = 4096;

/** Where the password of a key is, as given on the command line; otherwise it is asked for. */
export interface PasswordChoice {
  signPasswordFile?: string | undefined;
  signPasswordEnv?: string | undefined;
}

/**
 * Gives the password, or null where none is named. Throws `option-conflict`, `password-variable-missing`,
 * `password-with-line-breaks`, `file-*`.
 */
export async function namedPassword(choice: PasswordChoice, io: Io): Promise<Buffer | null> {
  const { signPasswordFile: file, signPasswordEnv: name } = choice;
  if (file !== undefined && name !== undefined) {
    throw new PortkeepError("option-conflict", { options: ["--sign-password-file", "--sign-password-env"] });
  }
  if (file !== undefined) {
    const bytes = await readInput(file, longest, io);
    return at({ file }, () => onlyLine(bytes));
  }
  if (name === undefined) return null;
  const value = io.env[name];
  if (value !== undefined) return Buffer.from(value);
  throw new PortkeepError("password-variable-missing", { name }, { option: "--sign-password-env" });
}

/** Asks for the password of a file at the terminal, without showing it. Throws `password-needed` without a terminal. */
export async function askPassword(question: string, io: Io): Promise<Buffer> {
  if (!io.ask) throw new PortkeepError("password-needed", {});
  return Buffer.from(await io.ask(question));
}

function onlyLine(bytes: Uint8Array): Buffer {
  const text = Buffer.from(bytes).toString("utf8").replace(/\r?\n$/, "").replace(/^\ufeff/, "");
  if (/[\r\n]/.test(text)) throw new PortkeepError("password-with-line-breaks", {});
  return Buffer.from(text);
}
