import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { HostKind } from "./launch.ts";
import { runNatively } from "./native.ts";
import { ownPrefix, toUnix } from "./prefix.ts";
import { registryRoots } from "./registryRoots.ts";
import { sharedHost } from "./shared.ts";
import type { RunOptions, RunResult } from "./wire.ts";

export type Script = string | Uint8Array | { path: string };

export interface ScriptOptions extends RunOptions {
  /** Where it runs; under Wine unless said otherwise. */
  on?: HostKind;
  /** Texts replaced in the script before it runs. */
  replace?: readonly (readonly [from: string, to: string])[];
}

export interface Outcome extends RunResult {
  /** The last line of standard output as JSON; undefined when it is none. */
  result: unknown;
}

/** Runs a script in this worker's host, or in the machine's own PowerShell where PORTKEEP_ENGINE names one. */
export async function runScript(script: Script, options: ScriptOptions = {}): Promise<Outcome> {
  const { on = "windows", replace = [], ...run } = options;
  const path = await placeScript(script, on, replace);
  const engine = process.env.PORTKEEP_ENGINE;
  const result = engine ? await runNatively(engine, path, run) : await (await sharedHost(on)).run(path, run);
  return { ...result, result: lastLine(result.stdout) };
}

/** Writes a script where the host can read it and gives its path there; the same script, the same path. */
export async function placeScript(
  script: Script,
  on: HostKind,
  replace: ScriptOptions["replace"] = [],
): Promise<string> {
  // On a Windows machine no script may reach the real keys, whatever else is replaced in it.
  const bytes = [...registryRoots, ...replace].reduce(
    (text, [from, to]) => Buffer.from(text.toString("latin1").replaceAll(from, to), "latin1"),
    bytesOf(script),
  );
  const name = `${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}.ps1`;
  if (on === "linux" || process.platform === "win32") {
    return write(join(tmpdir(), "portkeep-rig", name), bytes);
  }
  await ownPrefix();
  write(toUnix(`C:\\rig\\${name}`), bytes);
  return `C:\\rig\\${name}`;
}

function bytesOf(script: Script): Buffer {
  if (typeof script === "string") {
    return Buffer.from(script);
  }
  return script instanceof Uint8Array ? Buffer.from(script) : readFileSync(script.path);
}

function write(path: string, bytes: Buffer): string {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
  return path;
}

function lastLine(stdout: string): unknown {
  try {
    return JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? "");
  } catch {
    return undefined;
  }
}
