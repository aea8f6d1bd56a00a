import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { beforeEach, describe, expect, test } from "vitest";
import { PortkeepError } from "../../src/errors.ts";
import { withLock } from "../../src/files/lock.ts";
import { emptyFolder } from "../fleet/fleet.ts";

let file: string;
let lock: string;

beforeEach(() => {
  const folder = emptyFolder();
  file = join(folder, "list");
  lock = join(folder, ".list.lock");
});

/** Does work with the lock, for which others may keep it so long. */
function locked<Result>(patience: number, work: () => Promise<Result>): Promise<Result> {
  return withLock(file, { patience, locked: () => new PortkeepError("sites-locked", { lock }) }, work);
}

/** Gives the lock of a run with this process id. */
async function lockOf(pid: number): Promise<string> {
  const own = await locked(0, async () => readFileSync(lock, "utf8"));
  return own.replace(String(process.pid), String(pid));
}

const ended = () => spawnSync(process.execPath, ["--version"]).pid;

test.each([
  ["old", -3600],
  ["from the future", 3600],
])("a lock of nobody knows whom that is %s is an error, and stays", async (_, seconds) => {
  writeFileSync(lock, "");
  const time = Date.now() / 1000 + seconds;
  utimesSync(lock, time, time);
  await expect(locked(100, async () => {})).rejects.toMatchObject({ code: "sites-locked" });
  expect(existsSync(lock)).toBe(true);
});

test("what has it is waited for", async () => {
  const done: string[] = [];
  const slow = locked(60_000, async () => {
    await setTimeout(50);
    done.push("slow");
  });
  await locked(60_000, async () => done.push("second"));
  await slow;
  expect(done.toSorted()).toEqual(["second", "slow"]);
});

describe("the lock of a run that was killed", () => {
  test("goes at once", async () => {
    writeFileSync(lock, await lockOf(ended()));
    expect(await locked(0, async () => "done")).toBe("done");
    expect(existsSync(lock)).toBe(false);
  });

  test("stays where that was on another machine, since nobody knows", async () => {
    writeFileSync(lock, `${await lockOf(ended())}-2`);
    await expect(locked(0, async () => {})).rejects.toThrow();
    expect(existsSync(lock)).toBe(true);
  });

  test("is not followed by two at once", async () => {
    writeFileSync(lock, await lockOf(ended()));
    let [inside, most] = [0, 0];
    const work = async () => {
      most = Math.max(most, ++inside);
      await setTimeout(1);
      inside--;
    };
    await Promise.all(Array.from({ length: 20 }, () => locked(60_000, work)));
    expect(most).toBe(1);
  });
});

test("the lock of a run that goes on stays", async () => {
  writeFileSync(lock, await lockOf(process.ppid));
  await expect(locked(0, async () => {})).rejects.toThrow();
  expect(existsSync(lock)).toBe(true);
});
