import { install } from "./install.ts";
import { removePrefixes, removeStalePrefixes, startRun } from "./runs.ts";

/** Vitest's global set-up: what it gives is the teardown. */
export default async function setup(): Promise<() => Promise<void>> {
  await install();
  await removeStalePrefixes();
  const run = startRun();
  return () => removePrefixes((owner) => owner === run);
}
