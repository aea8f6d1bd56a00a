import { inspect } from "node:util";
import { expect, test } from "vitest";
import { errors as dutch } from "../../../src/cli/dutch/errors.ts";
import { errors as english } from "../../../src/cli/english/errors.ts";
import { errorText } from "../../../src/cli/text/error-text.ts";
import type { PortkeepError } from "../../../src/errors.ts";
import { fileSigner } from "../../../src/signing/external/file-signer.ts";
import { hashSigner } from "../../../src/signing/external/hash-signer.ts";
import { nodeCommand } from "./programs.ts";

const canaries = {
  own: "canary-own-0b52",
  variable: "canary variable/+&5d1e",
  pin: "canary-pin-66aa",
  pass: "canary-pass-e0e0",
};

const env = {
  PATH: process.env.PATH,
  PORTKEEP_PASSWORD: canaries.own,
  CLOUD_TOKEN: canaries.variable,
};

/** Says all that it knows, in several forms. */
const gossip = `const all = [JSON.stringify(process.argv), JSON.stringify(process.env), encodeURIComponent(process.env.CLOUD_TOKEN),
  process.env.CLOUD_TOKEN, "x".repeat(1900)].reverse().join(" ");`;
const options = { env, timeout: 3000, retries: [] };
const secretArgs = ["--pin", canaries.pin, `-pass=${canaries.pass}`];
const say = (stream: string, rest: string) =>
  `${gossip} process.${stream}.write(all + "\\n", () => { ${rest} });`;

type Kind = "file" | "hash" | "co-process";

const failures: [when: string, kind: Kind, code: string, error: string][] = [
  ["a script's signer fails", "file", say("stderr", "process.exit(1)"), "sign-command-failed"],
  ["it does so on standard output", "file", say("stdout", "process.exit(1)"), "sign-command-failed"],
  ["it signs nothing", "file", say("stderr", ""), "sign-command-no-result"],
  ["it hangs", "file", say("stderr", "setInterval(() => {}, 1000)"), "sign-command-timeout"],
  ["a hash's signer fails", "hash", say("stderr", "process.exit(1)"), "sign-command-failed"],
  ["it gives no signature", "hash", say("stdout", ""), "sign-certificate-missing"],
  ["it gives nothing", "hash", say("stderr", ""), "sign-command-no-result"],
  ["a co-process ends", "co-process", say("stderr", "process.exit(1)"), "sign-command-ended"],
  ["it talks", "co-process", say("stdout", ""), "sign-command-line"],
  [
    "it refuses",
    "co-process",
    `${gossip} process.stdin.once("data", () => console.log(JSON.stringify({ id: 1, error: all })));`,
    "sign-command-refused",
  ],
];

async function failureOf(kind: Kind, code: string): Promise<PortkeepError> {
  const input = { file: ["{file}"], hash: ["{hash}"], "co-process": ["x"] }[kind];
  const args = [...input, ...secretArgs] as const;
  const signer =
    kind === "file"
      ? fileSigner({ ...options, command: nodeCommand(kind, code, ...args), check: () => {} })
      : hashSigner({ ...options, command: nodeCommand(kind, code, ...args), pin: null });
  const [result] = await Promise.allSettled([signer.sign(Buffer.from("x"), "sha256")]);
  await signer.close();
  if (result.status === "fulfilled") throw new Error("it signed");
  return result.reason;
}

test.each(failures)(
  "when %s (%s), no secret is in the error, its stack or its text",
  async (_, kind, code, wanted) => {
    const error = await failureOf(kind, code);
    expect(error.code).toBe(wanted);
    const shown = [
      ...[error.message, error.stack, JSON.stringify(error), inspect(error, { depth: 9 })],
      ...[errorText(error, english), errorText(error, dutch)],
    ].join("\n");
    for (const canary of Object.values(canaries)) {
      expect(shown).not.toContain(canary);
      expect(shown).not.toContain(encodeURIComponent(canary));
    }
    expect(error.cause).toBeUndefined();
  },
);

test("the program's environment has none of our own variables", async () => {
  const code = "console.error(Object.keys(process.env).sort().join()); process.exitCode = 1";
  const { facts } = await failureOf("hash", code);
  expect(facts).toMatchObject({ output: expect.stringMatching(/^CLOUD_TOKEN,PATH(,|$)/) });
  expect(JSON.stringify(facts)).not.toMatch(/PORTKEEP_/);
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
