import { expect } from "vitest";
import { type Host, startHost } from "../rig/host.ts";
import { placeScript } from "../rig/run.ts";
import { sharedHost } from "../rig/shared.ts";
import type { Stop } from "../rig/wire.ts";
import { backend } from "./backend.ts";
import { filesBelow } from "./footprint.ts";
import { choosePoints } from "./kill-points.ts";
import { readList, storePath, volatileKey } from "./machine.ts";
import { backupFiles, readBackup } from "./reg-file.ts";
import { run } from "./run.ts";

/** A run that is killed: what stands there before it, and what it leads to when nothing disturbs it. */
export interface Story {
  title: string;
  prepare: () => Promise<void>;
  args: string;
  from: string[] | null;
  to: string[] | null;
  exitCode: number;
}

/** Runs the story undisturbed and gives the statements to kill it before. */
export async function listPoints({ prepare, args, exitCode, to }: Story, others: number): Promise<Stop[]> {
  await prepare();
  const { stops = [], result } = await run(args, { stops: true });
  expect(result.exitCode).toBe(exitCode);
  expect(await readList()).toEqual(to);
  return choosePoints(stops, others);
}

let next: Promise<Host> | undefined;

/** Ends the process that runs the story right before a statement, by SIGKILL. The shared host only looks on. */
export async function killBefore(story: Story, point: Stop, attempts = 4): Promise<void> {
  const victim = await (next ?? startVictim());
  // The next one starts while this one is being examined.
  next = startVictim();
  await story.prepare();
  const path = await placeScript(backend.script, "windows");
  const stop = await victim.runToStop(path, point.n, { arguments: story.args.split(" ").filter(Boolean) });
  await victim.kill();
  const isThere = stop?.line === point.line && stop.column === point.column;
  // What a program says comes in one piece or in several, and each is a turn of the loop that reads it.
  if (!isThere && attempts > 1) return killBefore(story, point, attempts - 1);
  expect(stop, "it got as far as in the undisturbed run").toMatchObject({
    line: point.line,
    column: point.column,
  });
}

// Wine now and then loses a process while it starts, which is no part of the story.
async function startVictim(attempts = 3): Promise<Host> {
  const host = await startHost("windows");
  try {
    await host.registry.list(volatileKey);
    return host;
  } catch (error) {
    if (attempts === 1) throw error;
    return startVictim(attempts - 1);
  }
}

/** Ends the host that was started for a kill to come. */
export async function endKills(): Promise<void> {
  await (await next)?.kill();
  next = undefined;
}

/** What must hold the moment after a kill: the one value or the other. */
export async function expectWhole({ from, to }: Story): Promise<void> {
  expect([from, to]).toContainEqual(await readList());
}

/** What must hold once a run has ended well after a kill: nothing half-done is left, and the lock is free. */
export async function expectTidy({ from, to }: Story): Promise<void> {
  const host = await sharedHost("windows");
  const path = "C:\\windows\\portkeep\\lock";
  await host.act({ op: "file.lock", path });
  await host.act({ op: "file.unlock", path });
  expect(
    Object.keys(filesBelow(storePath())).filter((name) => !/^$|^[a-z-]+$|\.(txt|reg|log)$/.test(name)),
  ).toEqual([]);
  const backups = backupFiles().map(readBackup);
  expect(backups).toContainEqual(from);
  for (const backup of backups) expect([from, to]).toContainEqual(backup);
}
