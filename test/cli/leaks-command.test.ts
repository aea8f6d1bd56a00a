import { describe, expect, test } from "vitest";
import { type Case, leaksIn, passwords, run, sign } from "./leak-run.ts";

// What such a command needs it gets by a variable whose name portkeep does not know.
const withCommand = (command: string, ...options: string[]) => ({
  ...sign("--sign-command", command, ...options),
  env: { HSM_PIN: passwords.pin },
});

/** Programs that sign nothing, and tell all that they know. */
const commands: Record<string, Case> = {
  "for a script": withCommand("sh gossip.sh {file}", "--sign-cert", "chain.pem"),
  "for a hash": withCommand("sh gossip.sh {hash}", "--sign-cert", "chain.pem"),
  "that stays": withCommand("sh gossip.sh", "--sign-cert", "chain.pem"),
};

const outputs = [
  ["as text", []],
  ["as JSON", ["--json"]],
] as const;

describe.each(outputs)("told %s, a signing command", (_, options) => {
  describe.each(Object.entries(commands))("%s", (_, given) => {
    test("knows what the caller's environment gives it, and no other secret", async () => {
      const watched = await run(given, options);
      expect(leaksIn(watched)).toEqual({ "told.bin": ["pin"] });
      expect(watched.traces.stderr).toMatch(/HSM_PIN=\*\*\*/);
      expect(watched.code).toBe(2);
    });

    test("has a secret among its own words, and portkeep shows it nowhere", async () => {
      const argv = given.argv.map((word) =>
        word.startsWith("sh ") ? `${word} --pin ${passwords.pin}` : word,
      );
      expect(leaksIn(await run({ argv }, options))).toEqual({ processes: ["pin"], "told.bin": ["pin"] });
    });
  });

  test("is not started with a password for a key", async () => {
    const { argv } = withCommand("sh gossip.sh {hash}", "--sign-password-env", "CODE_SIGNING");
    const watched = await run({ argv, env: { CODE_SIGNING: passwords.right } }, options);
    expect(leaksIn(watched)).toEqual({});
    expect(watched.traces["told.bin"]).toBeUndefined();
    expect(watched.code).toBe(2);
  });
});
