import { run } from "./cli/run.ts";

const { stdout, stderr, env } = process;

// Whoever reads may stop early, as `head` does: that is no failure.
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await run(process.argv.slice(2), { stdout, stderr, cwd: process.cwd(), env });
