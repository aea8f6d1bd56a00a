import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import type { Issued } from "../certificates.ts";

export interface VerifyOptions {
  root: Issued;
  /** The root of the timestamp's authority; `root` by default. */
  timestampRoot?: Issued;
  /** When the chain must be valid, where no timestamp says; now by default. */
  time?: Date;
}

/** What a program that judges a signature says of it. */
export interface Judgement {
  ok: boolean;
  output: string;
}

/** Runs a program in a folder that holds these files, and gives what `use` makes of it. */
export async function runOn<T>(
  files: Record<string, Uint8Array>,
  [program, ...given]: [string, ...string[]],
  use: (judgement: Judgement, folder: string) => T,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "portkeep-oracle-"));
  try {
    for (const [name, bytes] of Object.entries(files)) {
      writeFileSync(join(folder, name), bytes);
    }
    const { all, exitCode } = await execa(program, given, {
      cwd: folder,
      reject: false,
      all: true,
      stdin: "ignore",
    });
    return use({ ok: exitCode === 0, output: all }, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Gives a time in seconds since 1970, as these programs take it. */
export function seconds(time: Date): string {
  return String(Math.floor(time.getTime() / 1000));
}
