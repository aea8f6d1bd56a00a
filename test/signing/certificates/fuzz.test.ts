import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { PortkeepError } from "../../../src/errors.ts";
import { buildChain } from "../../../src/signing/certificates/chain.ts";
import { readCertificates } from "../../../src/signing/certificates/read.ts";
import { codeSigning } from "../../../src/signing/certificates/usage.ts";
import { pki } from "../pki.ts";
import { mutations } from "./mutations.ts";

const { root, intermediate, signers } = await pki();
const [trusted, between] = [root, intermediate].map(({ certificatePem }) =>
  readCertificates(Buffer.from(certificatePem)),
);
const openssl = (...given: string[]) => execFileSync("openssl", given, { stdio: "pipe" });

const { certificateFile, chainFile, certificatePem } = signers.p384;
const seeds: [string, Buffer][] = [
  ["DER", openssl("x509", "-in", certificateFile, "-outform", "DER")],
  ["DER of an authority", openssl("x509", "-in", intermediate.certificateFile, "-outform", "DER")],
  ["PEM", Buffer.from(certificatePem)],
  ["PKCS#7", openssl("crl2pkcs7", "-nocrl", "-certfile", chainFile, "-outform", "DER")],
];

const known = new Set(["read", "certificate-unreadable", "certificate-missing"]);

test.each(seeds)(
  "of damaged %s, all that is read can be judged, and the rest has a clear error",
  (_, seed) => {
    const codes = new Set<string>();
    fc.assert(
      fc.property(mutations(seed), (bytes) => void codes.add(outcome(bytes))),
      { numRuns: 1500 },
    );
    expect([...codes].filter((code) => !known.has(code))).toEqual([]);
    expect(codes).toContain("certificate-unreadable");
  },
);

test("nesting without an end is refused", () => {
  for (const deep of [
    Buffer.from("3080".repeat(200_000), "hex"),
    Buffer.from("a080".repeat(200_000), "hex"),
  ]) {
    expect(outcome(deep)).toBe("certificate-unreadable");
  }
});

/** Reads and judges; anything but an error that is meant ends the test. */
function outcome(bytes: Uint8Array): string {
  try {
    for (const leaf of readCertificates(bytes)) {
      const at = new Date("2025-01-01");
      buildChain({ leaf, others: between ?? [], roots: trusted ?? [], at, usage: codeSigning });
      buildChain({ leaf: between?.[0] ?? leaf, others: [leaf], roots: [leaf], at, usage: codeSigning });
    }
    return "read";
  } catch (error) {
    if (error instanceof PortkeepError) return error.code;
    throw error;
  }
}
