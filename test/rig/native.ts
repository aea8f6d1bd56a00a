import { execa } from "execa";
import type { RunOptions, RunResult } from "./wire.ts";

/** Runs a script in the PowerShell of a Windows machine (`powershell` or `pwsh`), its output through pipes. */
export async function runNatively(engine: string, script: string, options: RunOptions): Promise<RunResult> {
  const { arguments: given = [], environment = {}, ...others } = options;
  const unsupported = Object.keys(others);
  if (unsupported.length > 0) {
    throw new Error(`The machine's own PowerShell cannot be run with: ${unsupported.join(", ")}`);
  }
  const start = performance.now();
  const { exitCode, stdout, stderr, message } = await execa(
    `${engine}.exe`,
    ["-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-File", script, ...given],
    {
      reject: false,
      stripFinalNewline: false,
      env: withoutNulls(environment),
      stdin: "ignore",
      timeout: 120_000,
    },
  );
  if (exitCode === undefined) {
    throw new Error(message);
  }
  return { exitCode, stdout, stderr, stray: "", durationMs: performance.now() - start };
}

function withoutNulls(environment: Record<string, string | null>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, value ?? undefined]));
}
