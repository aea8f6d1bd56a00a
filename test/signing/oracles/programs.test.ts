import { describe, expect, test } from "vitest";
import { issue, keyKinds, makeRoot, pki } from "../pki.ts";
import { installTools } from "../tools.ts";
import { signByOsslsigncode, verifyByOsslsigncode } from "./osslsigncode.ts";
import { changed, sampleNames, samples } from "./samples.ts";
import { verifyBySmime } from "./smime.ts";

await installTools();
const { root, intermediate, signers, timestampAuthority, timestampRoot } = await pki();
const script = samples["ASCII with CRLF"];
const signed = await signByOsslsigncode(script, { signer: signers.rsa2048, time: new Date("2024-01-01") });

const judges = [
  ["osslsigncode", verifyByOsslsigncode],
  ["openssl smime", verifyBySmime],
] as const;

describe.each(judges)("%s", (_, verify) => {
  test.each(keyKinds)("accepts a signature with a %s key", async (kind) => {
    const own = await signByOsslsigncode(script, { signer: signers[kind] });
    expect(await verify(own, { root })).toMatchObject({ ok: true });
  });

  test.each(["sha256", "sha384", "sha1"] as const)("accepts a signature with %s", async (hash) => {
    const own = await signByOsslsigncode(script, { signer: signers.rsa2048, hash });
    expect(await verify(own, { root })).toMatchObject({ ok: true });
  });

  test.each(sampleNames)("accepts a signed script: %s", async (name) => {
    const own = await signByOsslsigncode(samples[name], { signer: signers.p256 });
    expect(await verify(own, { root })).toMatchObject({ ok: true });
  });

  test("refuses a changed signature", async () => {
    const last = signed.lastIndexOf("# SIG # End") - 20;
    expect(await verify(changed(signed, last), { root })).toMatchObject({ ok: false });
  });

  test("refuses a chain to another root", async () => {
    expect(await verify(signed, { root: await makeRoot() })).toMatchObject({ ok: false });
  });

  test("refuses a certificate that was not valid at the time", async () => {
    const signer = await issue(intermediate, { notAfter: new Date("2022-01-01") });
    const own = await signByOsslsigncode(script, { signer });
    expect(await verify(own, { root, time: new Date("2021-01-01") })).toMatchObject({ ok: true });
    expect(await verify(own, { root, time: new Date("2023-01-01") })).toMatchObject({ ok: false });
  });
});

describe("osslsigncode", () => {
  test("refuses a changed script", async () => {
    const { ok, output } = await verifyByOsslsigncode(changed(signed, 10), { root });
    expect([ok, output]).toEqual([false, expect.stringContaining("MISMATCH")]);
  });

  test("takes a timestamp of a trusted authority for the time", async () => {
    const signer = await issue(intermediate, { notAfter: new Date("2022-01-01") });
    const timestamp = { authority: timestampAuthority, time: new Date("2021-06-01") };
    const own = await signByOsslsigncode(script, { signer, timestamp });
    expect(await verifyByOsslsigncode(own, { root, timestampRoot })).toMatchObject({ ok: true });
    expect(await verifyByOsslsigncode(own, { root })).toMatchObject({ ok: false });
  });

  test("signs to the same bytes each time, with an RSA key and a fixed time", async () => {
    const again = { signer: signers.rsa2048, time: new Date("2024-01-01") };
    expect(await signByOsslsigncode(script, again)).toEqual(signed);
    expect(await signByOsslsigncode(script, { ...again, description: "" })).toEqual(signed);
    expect(await signByOsslsigncode(script, { ...again, description: "x" })).not.toEqual(signed);
  });

  test("that cannot sign says why", async () => {
    await expect(
      signByOsslsigncode(script, { signer: { ...signers.p256, keyFile: "none" } }),
    ).rejects.toThrow(/osslsigncode did not sign:\n.*none/s);
  });
});
