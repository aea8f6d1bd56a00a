import { describe, expect, test } from "vitest";
import { sharedHost } from "../../rig/shared.ts";
import type { RawFound } from "../../rig/wire.ts";
import { readKey } from "../../script/footprint.ts";
import { freshMachine, parametersKey } from "../../script/machine.ts";
import { run } from "../../script/run.ts";
import { scriptFor } from "../../script/script.ts";
import { verifyByOsslsigncode } from "../oracles/osslsigncode.ts";
import { pki } from "../pki.ts";
import { installTools } from "../tools.ts";
import { nodesOf, tokensOf } from "./parser.ts";
import { sign, stampedBy } from "./signing.ts";

await Promise.all([installTools(), sharedHost("linux")]);
const { root, signers, timestampAuthority, timestampRoot } = await pki();
const before = ["3343-3343", "1646-1700", "no range"];
const actions = ["Test", "Apply", "Apply", "Test", "Restore", "Restore"];
const exitCodes = [1, 3010, 3010, 3010, 0, 0];

const unsigned = {
  CRLF: scriptFor({ products: ["sbs-2003-standard"] }),
  LF: scriptFor({ products: ["sbs-2003-standard"], newline: "lf" }),
};
const lineEnds = ["CRLF", "LF"] as const;
const keys = [
  ["an RSA key", signers.rsa2048, undefined],
  ["an ECDSA key", signers.p256, undefined],
  ["an RSA key and a timestamp", signers.rsa2048, stampedBy(timestampAuthority)],
] as const;
const scripts = await Promise.all(
  lineEnds.flatMap((lineEnd) =>
    keys.map(async ([key, signer, stamp]) => ({
      ...{ key, lineEnd, script: unsigned[lineEnd] },
      signed: await sign(unsigned[lineEnd], signer, stamp),
    })),
  ),
);

interface Step {
  exitCode: number;
  said: string;
  /** Every value of the key and of those below it, as raw bytes. */
  registry: Record<string, RawFound>;
}

/** Checks, applies and restores on a fresh machine, and gives all that can be seen of it, without the times. */
async function history(script: Uint8Array): Promise<Step[]> {
  await freshMachine(before);
  const steps: Step[] = [];
  for (const action of actions) {
    const { exitCode, stdout } = await run(["-Action", action], { script });
    const said = stdout.replace(/-\d{8}-\d{9}\.reg/g, "-TIME.reg");
    steps.push({ exitCode, said, registry: await readKey(parametersKey) });
  }
  return steps;
}

const histories = { CRLF: await history(unsigned.CRLF), LF: await history(unsigned.LF) };

test.each(lineEnds)("unsigned, a script in %s changes the value, and brings all back", async (lineEnd) => {
  const steps = histories[lineEnd];
  await freshMachine(before);
  const untouched = await readKey(parametersKey);
  expect(steps.map(({ exitCode }) => exitCode)).toEqual(exitCodes);
  expect(steps[1]?.registry).not.toEqual(untouched);
  expect(steps.at(-1)?.registry).toEqual(untouched);
});

describe.each(scripts)("signed with $key, a script in $lineEnd", ({ lineEnd, script, signed }) => {
  test("is one that osslsigncode accepts", async () => {
    const { ok } = await verifyByOsslsigncode(signed, { root, timestampRoot });
    expect(ok).toBe(true);
  });

  // That standard error is empty, and the result line the last thing said, each run checks.
  test("says and does what it says and does unsigned, to the byte", async () => {
    expect(await history(signed)).toEqual(histories[lineEnd]);
  });

  test("executes the same statements", async () => {
    const stopsOf = async (bytes: Uint8Array) => {
      await freshMachine(before);
      return (await run("-Action Test", { script: bytes, stops: true })).stops;
    };
    const stops = await stopsOf(signed);
    expect(stops?.length).toBeGreaterThan(100);
    expect(stops).toEqual(await stopsOf(script));
  });

  test("has the same tokens to PowerShell's parser, and then comments alone", async () => {
    const [own, all] = [await tokensOf(script), await tokensOf(signed)];
    const end = own.findIndex(({ kind }) => kind === "EndOfInput");
    expect(all.slice(0, end)).toEqual(own.slice(0, end));
    const rest = all.slice(end).map(({ kind }) => kind);
    expect(new Set(rest)).toEqual(new Set(["NewLine", "Comment", "EndOfInput"]));
  });

  test("has the same syntax tree, without an error", async () => {
    expect(await nodesOf(signed)).toEqual(await nodesOf(script));
  });
});
