import { describe, expect, test } from "vitest";
import { sharedHost } from "../../rig/shared.ts";
import { type CertificateOptions, issue, keyKinds, makeRoot, pki } from "../pki.ts";
import { installTools } from "../tools.ts";
import { signatureOf } from "./body.ts";
import { verifyByDotnet } from "./dotnet.ts";
import { signByOsslsigncode } from "./osslsigncode.ts";
import { changed, sampleNames, samples, withSignature } from "./samples.ts";

await Promise.all([installTools(), sharedHost("linux")]);
const { root, intermediate, signers, timestampAuthority, timestampRoot } = await pki();
const script = samples["ASCII with CRLF"];
const signer = signers.rsa2048;
const signed = await signByOsslsigncode(script, { signer, time: new Date("2024-01-01") });

const problemsOf = async (bytes: Uint8Array, options = {}) =>
  (await verifyByDotnet(bytes, { root, ...options })).problems;

const issued = (options: CertificateOptions) => issue(intermediate, options);

describe(".NET accepts what osslsigncode signs", () => {
  test.each(keyKinds)("with a %s key", async (kind) => {
    expect(await problemsOf(await signByOsslsigncode(script, { signer: signers[kind] }))).toEqual([]);
  });

  test.each(["sha256", "sha384", "sha1"] as const)("with %s", async (hash) => {
    expect(await problemsOf(await signByOsslsigncode(script, { signer, hash }))).toEqual([]);
  });

  test.each(sampleNames)("whatever it is saved as: %s", async (name) => {
    expect(await problemsOf(await signByOsslsigncode(samples[name], { signer }))).toEqual([]);
  });

  test("and says what it found", async () => {
    expect(await verifyByDotnet(signed, { root })).toMatchObject({
      encoding: "ascii",
      trailing: 0,
      version: 1,
      contentType: "1.3.6.1.4.1.311.2.1.4",
      dataType: "1.3.6.1.4.1.311.2.1.30",
      fileType: "603bcc1f-4b59-4e08-b724-d2c6297ef351",
      hash: "2.16.840.1.101.3.4.2.1",
      signers: [
        {
          subject: "CN=Test Signer rsa2048",
          version: 1,
          identifier: "IssuerAndSerialNumber",
          hash: "2.16.840.1.101.3.4.2.1",
          algorithm: "1.2.840.113549.1.1.1",
          // Content type, signing time, statement type, message digest.
          signedAttributes: [
            "1.2.840.113549.1.9.3",
            "1.2.840.113549.1.9.5",
            "1.3.6.1.4.1.311.2.1.11",
            "1.2.840.113549.1.9.4",
          ],
          unsignedAttributes: [],
          chain: [expect.any(String), expect.any(String), expect.any(String)],
        },
      ],
      certificates: [{ subject: "CN=Test Intermediate" }, { subject: "CN=Test Signer rsa2048" }],
    });
  });
});

describe(".NET tells apart", () => {
  test("a changed script", async () => {
    expect(await problemsOf(changed(signed, 10))).toEqual(["digest"]);
  });

  test("a changed signature", async () => {
    const cms = signatureOf(signed);
    expect(await problemsOf(withSignature(signed, changed(cms, cms.length - 1)))).toEqual(["signature"]);
  });

  test("SignedData of version 3, which no other judge sees", async () => {
    const cms = signatureOf(signed);
    const version = cms.indexOf(Buffer.from("020101", "hex")) + 2;
    cms.writeUInt8(3, version);
    expect(await problemsOf(withSignature(signed, cms))).toEqual(["version"]);
  });

  test("text after the block", async () => {
    expect(await problemsOf(Buffer.concat([signed, Buffer.from("\r\n")]))).toEqual(["trailing"]);
  });

  test("another root", async () => {
    expect(await problemsOf(signed, { root: await makeRoot() })).toContain("chain:PartialChain");
  });

  test.each<[string, CertificateOptions, string]>([
    ["of another usage", { usage: "serverAuth" }, "chain:NotValidForUsage"],
    ["that has ended", { notAfter: new Date("2022-01-01") }, "chain:NotTimeValid"],
    ["that has not begun", { notBefore: new Date("2048-01-01") }, "chain:NotTimeValid"],
  ])("a certificate %s", async (_, options, problem) => {
    const own = await signByOsslsigncode(script, { signer: await issued(options) });
    expect(await problemsOf(own)).toContain(problem);
  });

  test("a chain without its intermediate", async () => {
    const alone = { ...signer, chainFile: signer.certificateFile };
    const own = await signByOsslsigncode(script, { signer: alone });
    expect(await problemsOf(own)).toEqual(["chain:PartialChain"]);
  });

  test("a script without a block", async () => {
    await expect(problemsOf(script)).rejects.toThrow("The script has no signature block.");
  });
});

describe(".NET takes the time of the chain from", () => {
  test("the caller", async () => {
    const own = await signByOsslsigncode(script, {
      signer: await issued({ notAfter: new Date("2022-01-01") }),
    });
    expect(await problemsOf(own, { time: new Date("2021-12-31T23:59:00Z") })).toEqual([]);
    expect(await problemsOf(own, { time: new Date("2022-01-01T00:01:00Z") })).toEqual(["chain:NotTimeValid"]);
  });

  test("a timestamp by a trusted authority, and from no other", async () => {
    const timestamp = { authority: timestampAuthority, time: new Date("2021-06-01") };
    const own = await signByOsslsigncode(script, {
      signer: await issued({ notAfter: new Date("2022-01-01") }),
      timestamp,
    });
    const report = await verifyByDotnet(own, { root, timestampRoot });
    expect(report).toMatchObject({
      problems: [],
      signers: [
        {
          timestamps: [
            { kind: "rfc3161", time: "2021-06-01T00:00:00Z", signer: "CN=Test Timestamp Authority" },
          ],
        },
      ],
    });
    expect(await problemsOf(own)).toEqual(["timestamp", "chain:NotTimeValid"]);
  });

  test("none that stamps another signature", async () => {
    const timestamp = { authority: timestampAuthority, time: new Date("2021-06-01") };
    const sign = async (bytes: Uint8Array) =>
      signatureOf(await signByOsslsigncode(bytes, { signer, timestamp }));
    const first = await sign(script);
    let second = await sign(samples["ASCII with LF"]);
    // A token's random serial number may be a byte longer, which would not fit.
    for (let tries = 0; second.length !== first.length && tries < 50; tries++) {
      second = await sign(samples["ASCII with LF"]);
    }
    const token = Buffer.from("060a2b060104018237030301", "hex");
    const swapped = Buffer.concat([
      first.subarray(0, first.indexOf(token)),
      second.subarray(second.indexOf(token)),
    ]);
    expect(swapped.length).toBe(first.length);
    expect(await problemsOf(withSignature(signed, swapped), { timestampRoot })).toEqual(["timestamp"]);
  });
});
