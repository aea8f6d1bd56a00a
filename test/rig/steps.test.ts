import { describe, expect, it } from "vitest";
import { startHost } from "./host.ts";
import { placeScript, runScript } from "./run.ts";
import { sharedHost } from "./shared.ts";

const script = `
function Add-One($n) {
  $m = $n + 1
  return $m
}
$sum = 0
foreach ($i in 1, 2) {
  $sum = Add-One $sum
}
"sum $sum"
exit $sum`;

describe.each(["linux", "windows"] as const)("a stepped script on %s", (on) => {
  it("lists every executed statement, those of functions too", async () => {
    const { stops = [], stdout, exitCode } = await runScript(script, { on, stops: true });
    expect(stops.map(({ line }) => line)).toEqual([6, 7, 7, 8, 3, 4, 7, 8, 3, 4, 7, 10, 11]);
    expect(stops.at(4)).toMatchObject({ n: 5, line: 3, text: "$m = $n + 1" });
    expect([stdout.trim(), exitCode]).toEqual(["sum 2", 2]);
  });

  it("does something right before a line, at its nth time", async () => {
    const file = on === "linux" ? "/tmp/portkeep-rig-inject" : "C:\\inject";
    const reader = `foreach ($i in 1, 2, 3) {\n  [System.IO.File]::Exists('${file}')\n}`;
    const host = await sharedHost(on);
    await host.act({ op: "file.delete", path: file });
    const { stdout } = await runScript(reader, {
      on,
      inject: [{ line: 2, occurrence: 2, do: [{ op: "file.write", path: file, text: "x" }] }],
    });
    expect(stdout.trim().split(/\s+/)).toEqual(["False", "True", "True"]);
  });

  it("is killed right before any statement, and leaves a host to start again", async () => {
    const file = on === "linux" ? "/tmp/portkeep-rig-kill" : "C:\\kill";
    const writer = [1, 2, 3].map((n) => `[System.IO.File]::WriteAllText('${file}', '${n}')`).join("\n");
    const path = await placeScript(writer, on);
    await (await sharedHost(on)).run(path);
    const host = await sharedHost(on);
    expect(await host.runToStop(path, 3)).toEqual({
      n: 3,
      line: 3,
      column: 1,
      text: expect.stringContaining("'3'"),
    });
    await host.kill();
    expect(host.isOpen).toBe(false);
    expect((await runScript(`[System.IO.File]::ReadAllText('${file}')`, { on })).stdout.trim()).toBe("2");
  });

  it("tells when it ended before the statement to stop at", async () => {
    expect(await (await sharedHost(on)).runToStop(await placeScript("'a'", on), 2)).toBeUndefined();
  });

  it("frees a killed process's file lock", async () => {
    const file = on === "linux" ? "/tmp/portkeep-rig-lock" : "C:\\lock";
    const path = await placeScript(
      `$f = [System.IO.File]::Open('${file}', 'OpenOrCreate', 'ReadWrite', 'None')\n'held'`,
      on,
    );
    const host = await sharedHost(on);
    await host.runToStop(path, 2);
    await host.kill();
    expect((await (await sharedHost(on)).run(path)).stdout.trim()).toBe("held");
  });
});

it("meets a locked file", async () => {
  const host = await sharedHost("windows");
  await host.act({ op: "file.lock", path: "C:\\locked" });
  const opens = "try { [System.IO.File]::ReadAllText('C:\\locked') | Out-Null; 'open' } catch { 'locked' }";
  expect((await runScript(opens)).stdout.trim()).toBe("locked");
  await host.act({ op: "file.unlock", path: "C:\\locked" });
  expect((await runScript(opens)).stdout.trim()).toBe("open");
});

it("says why a host did not answer", async () => {
  const host = await sharedHost("linux");
  const running = host.run(await placeScript("while ($true) { }", "linux"));
  await Promise.all([expect(running).rejects.toThrow(/did not answer: it ended \(SIGKILL\)/), host.kill()]);
});

it("has ended once it is said not to have answered in time, so that what comes next starts another", async () => {
  const host = await startHost("linux", 3000);
  const running = host.run(await placeScript("while ($true) { }", "linux"));
  await expect(running).rejects.toThrow(/did not answer: no reply within 3000 ms/);
  expect(host.isOpen).toBe(false);
});
