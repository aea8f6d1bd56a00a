import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { PortkeepError } from "../../../src/errors.ts";
import { parseSignCommand } from "../../../src/signing/external/command.ts";
import { jobOf } from "../../../src/signing/external/job.ts";
import { runToEnd, withRetries } from "../../../src/signing/external/run.ts";
import { gone, hang, isRunning, nodeJob, pidIn, tellPid } from "./programs.ts";

const posix = process.platform !== "win32";
const folder = mkdtempSync(join(tmpdir(), "portkeep-run-"));
const pidFile = join(folder, "pid");
const secondPidFile = join(folder, "second");

beforeEach(() => {
  rmSync(pidFile, { force: true });
  rmSync(secondPidFile, { force: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (code: string, options = {}, stop = new AbortController()) => {
  const job = nodeJob(code, options, stop);
  return runToEnd(job, job.words);
};
const runText = (command: string, env: NodeJS.ProcessEnv = process.env) => {
  const job = jobOf({ command: parseSignCommand(command), env }, new AbortController().signal);
  return runToEnd(job, job.words);
};

describe("a command that ends well", () => {
  test("gives what it wrote, byte by byte", async () => {
    const { stdout, stderr } = await run(
      "process.stdout.write(Buffer.from([0, 255, 10])); process.stderr.write('talk')",
    );
    expect([...stdout]).toEqual([0, 255, 10]);
    expect(stderr.toString()).toBe("talk");
  });

  test("gets its arguments as they are, and no shell sees them", async () => {
    const odd = ["two words", "$HOME", "`id`", '"', "*", "a;b", "", "back\\slash", "%PATH%"];
    const job = nodeJob("process.stdout.write(JSON.stringify(process.argv.slice(1)))");
    const { stdout } = await runToEnd(job, [...job.words, ...odd]);
    expect(JSON.parse(stdout.toString())).toEqual(odd);
  });

  test("has an input that ends at once, the caller's folder and the environment that it was given", async () => {
    const code = `process.stdin.resume().on("end", () =>
      console.log(JSON.stringify([process.cwd(), process.env.GIVEN, process.env.PORTKEEP_X ?? null, process.env.HOME ?? null])))`;
    const { stdout } = await run(code, { env: { GIVEN: "yes", PORTKEEP_X: "no" } });
    expect(JSON.parse(stdout.toString())).toEqual([process.cwd(), "yes", null, null]);
  });

  test("may talk as much as it likes", async () => {
    const { stderr } = await run("process.stderr.write('x'.repeat(3_000_000) + 'end')");
    expect(stderr).toHaveLength(64 * 1024);
    expect(stderr.subarray(-3).toString()).toBe("end");
  });
});

describe("a command that fails", () => {
  test.each([
    [
      "an exit code",
      "process.stderr.write('no token'); process.exitCode = 3",
      { exitCode: 3, output: "no token" },
    ],
    [
      "words on standard output alone",
      "console.log('no token'); process.exitCode = 1",
      { output: "no token" },
    ],
    ["no words", "process.exitCode = 1", { exitCode: 1, output: "" }],
    ["colours", "process.stderr.write('\\x1b[31mred\\x1b[0m\\n'); process.exit(1)", { output: "red" }],
  ])("by %s tells so", async (_, code, facts) => {
    await expect(run(code)).rejects.toMatchObject({ code: "sign-command-failed", facts });
  });

  test.runIf(posix)("by a signal tells so", async () => {
    await expect(run("process.kill(process.pid, 'SIGKILL'); setInterval(() => {}, 9)")).rejects.toMatchObject(
      {
        code: "sign-command-failed",
        facts: { exitCode: null, signal: "SIGKILL" },
      },
    );
  });

  test("shows the last 2,000 characters of what it wrote", async () => {
    const failing = run("process.stderr.write('x'.repeat(5000) + 'end'); process.exitCode = 1");
    await expect(failing).rejects.toMatchObject({ facts: { output: `${"x".repeat(1997)}end` } });
  });

  test("by its output without end is ended, at a mebibyte", async () => {
    const code = `${tellPid(pidFile)} const more = () => { while (process.stdout.write("x".repeat(65536))); };
      process.stdout.on("drain", more); process.stdout.on("error", () => {}); more(); ${hang}`;
    await expect(run(code)).rejects.toMatchObject({
      code: "sign-command-too-much",
      facts: { limit: 1024 * 1024 },
    });
    expect(isRunning(Number(readFileSync(pidFile, "utf8")))).toBe(false);
  });
});

describe("a program", () => {
  test.each(["no-such-signer {file}", "/no/such/signer {file}", "./no-such-signer {file}"])(
    "that is not there: %s",
    async (command) => {
      await expect(runText(command)).rejects.toMatchObject({
        code: "sign-command-not-found",
        facts: { program: command.split(" ")[0] },
      });
    },
  );

  test("is looked for in the PATH of the environment that was given", async () => {
    await expect(runText("node --version", { PATH: folder })).rejects.toMatchObject({
      code: "sign-command-not-found",
    });
  });

  test.runIf(posix)("that is none cannot be started", async () => {
    const file = join(folder, "not-executable");
    writeFileSync(file, "text");
    await expect(runText(file)).rejects.toMatchObject({
      code: "sign-command-not-started",
      facts: { program: file, cause: "EACCES" },
    });
  });

  test.runIf(posix)("whose interpreter is missing is not found", async () => {
    const file = join(folder, "no-interpreter");
    writeFileSync(file, "#!/no/such/interpreter\n");
    chmodSync(file, 0o755);
    await expect(runText(file)).rejects.toMatchObject({ code: "sign-command-not-found" });
  });

  test("that is a folder cannot be started", async () => {
    await expect(runText(folder)).rejects.toMatchObject({
      code: posix ? "sign-command-not-started" : expect.stringMatching(/^sign-command-not-/),
    });
  });
});

/** A program with a child that does not end when asked, and has its output or does not. */
const family = (output: "inherit" | "ignore") => `${tellPid(pidFile)}
  const stubborn = ${JSON.stringify(`process.on("SIGTERM", () => {}); ${tellPid(secondPidFile)} ${hang}`)};
  require("child_process").spawn(process.execPath, ["-e", stubborn], { stdio: "${output}" }); ${hang}`;

describe("of a command that hangs", () => {
  test("no process is left when its time is up, and it tells what it said", async () => {
    const running = run(`process.stderr.write("waits for a token"); ${family("inherit")}`, { timeout: 3000 });
    const expected = expect(running).rejects.toMatchObject({
      code: "sign-command-timeout",
      facts: { seconds: 3, output: "waits for a token" },
    });
    const pids = await Promise.all([pidIn(pidFile), pidIn(secondPidFile)]);
    expect(pids.map(isRunning)).toEqual([true, true]);
    await expected;
    await gone(...pids);
  });

  test.each(["inherit", "ignore"] as const)(
    "no process is left after an abort, whose reason is thrown (%s)",
    async (output) => {
      const controller = new AbortController();
      const running = run(family(output), {}, controller);
      const expected = expect(running).rejects.toBe("enough");
      const pids = await Promise.all([pidIn(pidFile), pidIn(secondPidFile)]);
      controller.abort("enough");
      await expected;
      await gone(...pids);
    },
  );

  test.runIf(posix)("a program that left its group does not keep the caller waiting", async () => {
    const code = `require("child_process").spawn(process.execPath, ["-e", ${JSON.stringify(`${tellPid(pidFile)} ${hang}`)}],
      { stdio: "inherit", detached: true }); ${hang}`;
    await expect(run(code, { timeout: 1000 })).rejects.toMatchObject({ code: "sign-command-timeout" });
    process.kill(await pidIn(pidFile), "SIGKILL");
  });

  test("nothing is started after an abort", async () => {
    const controller = new AbortController();
    controller.abort("enough");
    const running = run(tellPid(pidFile), {}, controller);
    await expect(running).rejects.toBe("enough");
    expect(() => readFileSync(pidFile)).toThrow("ENOENT");
  });
});

describe("tries", () => {
  const counter = join(folder, "counter");
  /** Fails until it was run `count` times. */
  const failing = (count: number, exit = "process.exitCode = 1") => `const fs = require("fs");
    fs.appendFileSync(${JSON.stringify(counter)}, "x");
    if (fs.readFileSync(${JSON.stringify(counter)}).length < ${count}) { ${exit} } else console.log("signed")`;
  const tries = () => readFileSync(counter, "utf8").length;
  const runAgain = (code: string, retries: number[], options = {}) => {
    const job = nodeJob(code, { retries, ...options });
    return withRetries(job, () => runToEnd(job, job.words));
  };

  beforeEach(() => rmSync(counter, { force: true }));

  test("are made until one ends well", async () => {
    const { stdout } = await runAgain(failing(3), [1, 1]);
    expect([stdout.toString(), tries()]).toEqual(["signed\n", 3]);
  });

  test("are as many as there are waits, and one", async () => {
    await expect(runAgain(failing(9), [1, 1])).rejects.toMatchObject({ code: "sign-command-failed" });
    expect(tries()).toBe(3);
  });

  test("are not made again where that would not help", async () => {
    await expect(runAgain(failing(9, hang), [1, 1], { timeout: 1000 })).rejects.toMatchObject({
      code: "sign-command-timeout",
    });
    expect(tries()).toBe(1);
  });

  test("end with an abort, also while waiting", async () => {
    const controller = new AbortController();
    const job = nodeJob("", { retries: [60_000] }, controller);
    const facts = { command: "x", exitCode: 1, signal: null, output: "" };
    const failed = withRetries(job, async () => {
      job.signal.throwIfAborted();
      setImmediate(() => controller.abort("enough"));
      throw new PortkeepError("sign-command-failed", facts);
    });
    await expect(failed).rejects.toBe("enough");
  });
});
