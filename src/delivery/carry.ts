import { PortkeepError } from "../errors.ts";
import type { BundleFile, Package } from "./package.ts";

/** Throws `package-action` where the script does something else than the bundle is for: to apply. */
export function requireApply(tool: string, { plan }: Package): void {
  const { action } = plan.recipe;
  if (action !== "Apply") throw new PortkeepError("package-action", { tool, action });
}

/** Throws `package-restart` where the script starts restarts, which the tool forbids. */
export function requireNoRestart(tool: string, { plan }: Package): void {
  if (plan.recipe.reboot !== "Never") throw new PortkeepError("package-restart", { tool });
}

/** Throws `package-name-taken` where two files have one path, as Windows compares them: one is called after the script. */
export function requireOwnPaths(files: readonly BundleFile[]): void {
  const taken = new Set<string>();
  for (const { path } of files) {
    const key = path.toLowerCase();
    if (taken.has(key)) throw new PortkeepError("package-name-taken", { path });
    taken.add(key);
  }
}

/** Throws `package-too-large` where the tool takes no script of so many bytes. */
export function requireSize(tool: string, { length: bytes }: Uint8Array, limit: number): void {
  if (bytes > limit) throw new PortkeepError("package-too-large", { tool, bytes, limit });
}

/** Throws `package-text-replaced` where a script holds a text that the tool replaces. */
export function requireWithout(tool: string, script: Uint8Array, text: string): void {
  if (Buffer.from(script).includes(text)) throw new PortkeepError("package-text-replaced", { tool, text });
}
