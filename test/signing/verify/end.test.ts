import { describe, expect, test } from "vitest";
import { issue } from "../pki.ts";
import { codesOf, intermediate, signedScript, timestampRoot, verify } from "./scripts.ts";
import { stampedScript } from "./stamps.ts";

const ending = await issue(intermediate, {
  extensions: { extendedKeyUsage: "codeSigning,1.3.6.1.4.1.311.10.3.13" },
  notBefore: new Date("2021-01-01T00:00:00Z"),
  notAfter: new Date("2022-01-01T00:00:00Z"),
});

describe("a certificate for Lifetime Signing, with which its signatures end,", () => {
  test("keeps no signature valid after its end, whatever the timestamp", async () => {
    const script = await stampedScript({}, { signer: ending });
    expect(verify(script)).toMatchObject({
      findings: [{ code: "chain", facts: { fault: { code: "expired" }, at: "2025-01-01T00:00:00.000Z" } }],
      timestamp: { verdict: { trusted: true } },
      endsOn: new Date("2022-01-01T00:00:00Z"),
    });
  });

  test("is accepted until then", async () => {
    const script = await stampedScript({}, { signer: ending });
    expect(codesOf(script, { now: new Date("2022-01-01T00:00:00Z") })).toEqual([]);
  });
});

describe("the day on which a signature ends", () => {
  test.each([
    ["without a timestamp is that of its certificate", async () => signedScript(), new Date("2049-12-31")],
    ["is none with a timestamp", () => stampedScript(), null],
    [
      "with a timestamp that is bad is that of its certificate",
      async () =>
        stampedScript({ authority: await issue(timestampRoot, { name: "Authority", usage: "codeSigning" }) }),
      new Date("2049-12-31"),
    ],
  ])("%s", async (_, make, wanted) => {
    expect(verify(await make()).endsOn).toEqual(wanted);
  });
});
