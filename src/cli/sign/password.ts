import { at, type ErrorCode, PortkeepError } from "../../errors.ts";
import { readInput } from "../input.ts";
import type { Io, Session } from "../io.ts";
import { printable } from "../text/words.ts";
import { warnOfOpenFile } from "./open-file.ts";
import type { SigningChoice } from "./options.ts";

const longest = 4096;

interface Locked<Value> {
  /** Gives what is in the file; without a password it throws `needsOne` where there has to be one. */
  open(password: Buffer | null): Value;
  needsOne: ErrorCode;
}

/**
 * Opens a file with the password that the options name, or without one, or else with one that is asked for. Throws
 * what `open` throws, `option-conflict`, `password-*`, `file-*`.
 */
export async function withPassword<Value>(
  file: string,
  choice: SigningChoice,
  session: Session,
  { open, needsOne }: Locked<Value>,
): Promise<Value> {
  const named = await namedPassword(choice, session);
  if (named) return openAndForget(open, named);
  try {
    return open(null);
  } catch (error) {
    if (!(error instanceof PortkeepError) || error.code !== needsOne) throw error;
  }
  return openAndForget(open, await ask(file, session));
}

function openAndForget<Value>(open: (password: Buffer) => Value, password: Buffer): Value {
  try {
    return open(password);
  } finally {
    password.fill(0);
  }
}

async function ask(file: string, { io, reports }: Session): Promise<Buffer> {
  if (!io.ask) throw new PortkeepError("password-needed", {}, { file });
  return Buffer.from(await io.ask(reports.sign.passwordOf(printable(file))));
}

async function namedPassword(
  { signPasswordFile: file, signPasswordEnv: name }: SigningChoice,
  session: Session,
): Promise<Buffer | null> {
  if (file !== undefined && name !== undefined) {
    throw new PortkeepError("option-conflict", { options: ["--sign-password-file", "--sign-password-env"] });
  }
  if (name !== undefined) return inEnvironment(name, session.io);
  if (file === undefined) return null;
  const bytes = await readInput(file, longest, session.io);
  await warnOfOpenFile(file, session);
  return at({ file }, () => onlyLine(bytes));
}

function inEnvironment(name: string, { env }: Io): Buffer {
  const value = env[name];
  if (value !== undefined) return Buffer.from(value);
  throw new PortkeepError("password-variable-missing", {}, { option: "--sign-password-env" });
}

function onlyLine(bytes: Uint8Array): Buffer {
  const text = Buffer.from(bytes)
    .toString("utf8")
    .replace(/^\ufeff/, "")
    .replace(/\r?\n$/, "");
  if (/[\r\n]/.test(text)) throw new PortkeepError("password-with-line-breaks", {});
  return Buffer.from(text);
}
