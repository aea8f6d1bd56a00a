import { inspect } from "node:util";
import { describe, expect, test, vi } from "vitest";
import { errors as dutch } from "../../../src/cli/dutch/errors.ts";
import { errors as english } from "../../../src/cli/english/errors.ts";
import { errorText } from "../../../src/cli/error-text.ts";
import type { PortkeepError } from "../../../src/errors.ts";
import { fileSigner } from "../../../src/signing/external/file-signer.ts";
import { hashSigner } from "../../../src/signing/external/hash-signer.ts";
import { nodeCommand } from "./programs.ts";

// Programs are started, on machines that may be busy.
vi.setConfig({ testTimeout: 30_000 });

const canaries = {
  given: "canary-given-7f3a",
  withheld: "canary-withheld-91cc",
  own: "canary-own-0b52",
  variable: "canary variable/+&5d1e",
  pin: "canary-pin-66aa",
  pass: "canary-pass-e0e0",
};

const env = {
  PATH: process.env.PATH,
  SIGN_PW: canaries.withheld,
  PORTKEEP_PASSWORD: canaries.own,
  CLOUD_TOKEN: canaries.variable,
};

/** Says all that it knows, in several forms. */
const gossip = `const all = [JSON.stringify(process.argv), JSON.stringify(process.env), encodeURIComponent(process.env.CLOUD_TOKEN),
  process.env.CLOUD_TOKEN, "${canaries.given}", "x".repeat(1900)].reverse().join(" ");`;
const options = { env, withhold: ["SIGN_PW"], secrets: [canaries.given], timeout: 3000, retries: [] };
const secretArgs = ["--pin", canaries.pin, `-pass=${canaries.pass}`];
const say = (stream: string, rest: string) =>
  `${gossip} process.${stream}.write(all + "\\n", () => { ${rest} });`;

const failures: Record<string, [kind: "file" | "hash" | "co-process", code: string]> = {
  "a script's signer fails": ["file", say("stderr", "process.exit(1)")],
  "a script's signer fails on standard output": ["file", say("stdout", "process.exit(1)")],
  "a script's signer signs nothing": ["file", say("stderr", "")],
  "a script's signer hangs": ["file", `${say("stderr", "")} setInterval(() => {}, 1000);`],
  "a hash's signer fails": ["hash", say("stderr", "process.exit(1)")],
  "a hash's signer gives no signature": ["hash", say("stdout", "")],
  "a hash's signer gives nothing": ["hash", say("stderr", "")],
  "a co-process ends": ["co-process", say("stderr", "process.exit(1)")],
  "a co-process talks": ["co-process", say("stdout", "")],
  "a co-process refuses": [
    "co-process",
    `${gossip} process.stdin.once("data", () => console.log(JSON.stringify({ id: 1, error: all })));`,
  ],
};

async function failureOf(kind: "file" | "hash" | "co-process", code: string): Promise<PortkeepError> {
  const input = { file: ["{file}"], hash: ["{hash}"], "co-process": [] }[kind];
  const sign = () => {
    if (kind === "file") {
      const command = nodeCommand(kind, code, ...input, ...secretArgs);
      return fileSigner({ ...options, command, check: () => {} }).sign(Buffer.from("x"), "sha256");
    }
    const command = nodeCommand(kind, code, ...input, ...secretArgs);
    return hashSigner({ ...options, command, pin: null }).sign(Buffer.from("x"), "sha256");
  };
  return sign().then(
    () => {
      throw new Error("it signed");
    },
    (error) => error,
  );
}

describe.each(Object.entries(failures))("when %s", (_, [kind, code]) => {
  test("no secret is in the error, its facts, its stack or its text", async () => {
    const error = await failureOf(kind, code);
    expect(error.code).toMatch(/^sign-/);
    const shown = [
      ...[error.message, error.stack, JSON.stringify(error), inspect(error, { depth: 9 })],
      ...[errorText(error, english), errorText(error, dutch)],
    ].join("\n");
    for (const canary of Object.values(canaries)) {
      expect(shown).not.toContain(canary);
      expect(shown).not.toContain(encodeURIComponent(canary));
    }
    expect(error.cause).toBeUndefined();
  });
});

test("the program's environment has neither our own variables nor the one that is withheld", async () => {
  const code = "console.error(Object.keys(process.env).sort().join()); process.exitCode = 1";
  const { facts } = await failureOf("hash", code);
  expect(facts).toMatchObject({ output: expect.stringMatching(/^CLOUD_TOKEN,PATH(,|$)/) });
  expect(JSON.stringify(facts)).not.toMatch(/SIGN_PW|PORTKEEP_/);
});

test("what the secrets stood in is still told", async () => {
  const { facts } = await failureOf(
    "hash",
    "console.error('PIN', process.argv[3], 'is locked'); process.exitCode = 1",
  );
  expect(facts).toMatchObject({
    command: expect.stringContaining("{hash} --pin *** -pass=***"),
    output: "PIN *** is locked",
  });
});
