import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { verifyScript } from "../../../src/signing/verify/verify.ts";
import { sharedHost } from "../../rig/shared.ts";
import { mutations } from "../certificates/mutations.ts";
import { verifyByDotnet } from "../oracles/dotnet.ts";
import { verifyByOsslsigncode } from "../oracles/osslsigncode.ts";
import { withSignature } from "../oracles/samples.ts";
import { installTools } from "../tools.ts";
import { allowed } from "./allowed.ts";
import { root, signers, timestampRoot } from "./scripts.ts";
import { type Subject, signedSubject } from "./subjects.ts";

await Promise.all([installTools(), sharedHost("linux")]);
const timeout = 300_000;
const roots = { root, timestampRoot };

const byOsslsigncode = async (script: Buffer) => (await verifyByOsslsigncode(script, roots)).ok;
const byDotnet = (script: Buffer) =>
  verifyByDotnet(script, roots).then(
    ({ problems }) => problems.length === 0,
    // What it cannot even read.
    () => false,
  );

describe("what can be another in a signature", () => {
  const forRoots = allowed.filter(({ judges }) => judges.includes("root"));

  test.each(forRoots)("is accepted by osslsigncode and .NET too: $what", async ({ subject, make }) => {
    const script = withSignature(subject.script, await make(subject.der));
    expect([await byOsslsigncode(script), await byDotnet(script)]).toEqual([true, true]);
  });

  test("is accepted by neither where only a pin would do", async () => {
    for (const { subject, make } of allowed.filter(({ judges }) => !judges.includes("root"))) {
      const script = withSignature(subject.script, await make(subject.der));
      expect([await byOsslsigncode(script), await byDotnet(script)]).toEqual([false, false]);
    }
  });
});

// In what verify is stricter: .NET reads BER, and neither minds what stands about that nothing signs.
const stricter = new Set<string>([
  ...["block-damaged", "block-form", "signature-unreadable"],
  ...["certificate-unused", "unknown-attribute", "unknown-content"],
]);

describe.each([
  ["by RSA", signers.rsa2048, false],
  ["by ECDSA with a timestamp", signers.p256, true],
] as const)("of damaged scripts %s", (_, signer, stamped) => {
  const sample = (bytes: Buffer) => fc.sample(mutations(bytes), { numRuns: 60, seed: 20_240_506 });

  test.each<[string, (subject: Subject) => Buffer[]]>([
    ["signature", ({ script, der }) => sample(der).map((damaged) => withSignature(script, damaged))],
    ["file", ({ script }) => sample(script)],
  ])("all three think the same, where the %s was damaged", { timeout }, async (_, make) => {
    const subject = await signedSubject(signer, { stamped });
    for (const script of make(subject)) {
      const codes = verifyScript(script, subject.judges.root).findings.map(({ code }) => code);
      const [osslsigncode, dotnet] = [await byOsslsigncode(script), await byDotnet(script)];
      // Whoever refuses is right; osslsigncode accepts a bad timestamp, as if there were none, and damaged blocks.
      if (codes.length === 0) expect([osslsigncode, dotnet]).toEqual([true, true]);
      if (dotnet) expect(codes.filter((code) => !stricter.has(code))).toEqual([]);
    }
  });
});
