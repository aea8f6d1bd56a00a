import { expect } from "vitest";
import { readCertificates } from "../../src/signing/certificates/read.ts";
import { verifyScript } from "../../src/signing/verify/verify.ts";
import { verifyByDotnet } from "../signing/oracles/dotnet.ts";
import { verifyByOsslsigncode } from "../signing/oracles/osslsigncode.ts";
import { pki } from "../signing/pki.ts";

const { root } = await pki();

/** Checks that portkeep, osslsigncode and .NET accept a script's signature. */
export async function expectAccepted(script: Uint8Array): Promise<void> {
  const roots = readCertificates(Buffer.from(root.certificatePem));
  const options = { roots, signer: null, integrityOnly: false, allowSha1: false, now: new Date() };
  expect(verifyScript(script, options).findings).toEqual([]);
  expect(await verifyByOsslsigncode(script, { root })).toMatchObject({ ok: true });
  expect((await verifyByDotnet(script, { root })).problems).toEqual([]);
}
