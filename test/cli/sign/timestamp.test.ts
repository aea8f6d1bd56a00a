import { describe, expect, test } from "vitest";
import { verifyByOsslsigncode } from "../../signing/oracles/osslsigncode.ts";
import { issue } from "../../signing/pki.ts";
import {
  type Behaviour,
  html,
  localAuthority,
  redirects,
  signs,
  status,
} from "../../signing/timestamp/local-authority.ts";
import { installTools } from "../../signing/tools.ts";
import { portkeep } from "../console.ts";
import {
  bytesOf,
  folderToSign,
  intermediate,
  root,
  signer,
  timestampAuthority,
  timestampRoot,
  unsigned,
  withKey,
} from "../signed.ts";

await installTools();
const ending = await issue(intermediate, {
  key: signer,
  extensions: { extendedKeyUsage: "codeSigning,1.3.6.1.4.1.311.10.3.13" },
});
const good = signs(timestampAuthority);

/** Signs a script with timestamps by authorities that behave so, asked in this order. */
async function signStamped(
  behaviours: readonly Behaviour[],
  options: readonly string[] = [],
  chainPem = signer.chainPem,
) {
  const authorities = await Promise.all(behaviours.map((behaviour) => localAuthority(behaviour)));
  const folder = folderToSign({
    "timestamp-root.cer": timestampRoot.certificatePem,
    "chain.pem": chainPem,
  });
  const addresses = authorities.flatMap(({ url }) => ["--timestamp", url]);
  const before = Date.now();
  const outcome = await portkeep(["sign", "script.ps1", ...withKey, ...addresses, ...options], folder);
  return { ...outcome, folder, before, visits: authorities.map(({ visits }) => visits.length) };
}

describe("with a timestamp", () => {
  test("its time is told, and no day on which the signature ends", async () => {
    const { code, stderr, before } = await signStamped([good]);
    expect(code).toBe(0);
    const [, time = ""] =
      /\nThe timestamp of (\S+) keeps the signature valid after its certificate has ended, wherever its authority is trusted\.\n$/.exec(
        stderr,
      ) ?? [];
    // The authority counts in whole seconds.
    expect(Date.parse(time)).toBeGreaterThan(before - 2000);
    expect(Date.parse(time)).toBeLessThan(Date.now() + 2000);
    expect(stderr).not.toContain("ends on");
  });

  test.each([
    ["en", "The signature ends on 2049-12-31, with its certificate. No timestamp keeps it longer"],
    ["nl", "De handtekening eindigt op 2049-12-31, met haar certificaat. Geen tijdstempel verlengt dat"],
  ])("the day is told where the certificate is for Lifetime Signing: %s", async (locale, sentence) => {
    const { code, stderr } = await signStamped([good], ["--locale", locale], ending.chainPem);
    expect(code).toBe(0);
    expect(stderr).toContain(sentence);
  });

  test("the time is in the JSON too", async () => {
    const { stdout } = await signStamped([good], ["--json"]);
    expect(JSON.parse(stdout).timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/);
  });

  test("osslsigncode accepts it", async () => {
    const { folder } = await signStamped([good]);
    const judgement = await verifyByOsslsigncode(bytesOf(folder), { root, timestampRoot });
    expect(judgement).toMatchObject({ ok: true });
    expect(judgement.output).toMatch(/Timestamp Server Signature verification: ok/);
  });

  test("the next address is asked where one gives none", async () => {
    const { code, visits } = await signStamped([html, status(404), redirects("ftp://127.0.0.1/"), good]);
    expect(code).toBe(0);
    expect(visits).toEqual([1, 1, 1, 1]);
  });

  test("the authority has to be under the root that --timestamp-root names", async () => {
    const under = await signStamped([good], ["--timestamp-root", "timestamp-root.cer"]);
    expect(under.code).toBe(0);
    const elsewhere = await signStamped([good], ["--timestamp-root", "root.cer", "--json"]);
    expect(elsewhere.code).toBe(2);
    expect(JSON.parse(elsewhere.stdout).error.facts.attempts).toEqual([
      { address: expect.any(String), failure: expect.objectContaining({ code: "token-faulty" }) },
    ]);
  });
});

test("where no authority gives a timestamp, nothing is written and each is told with its cause", async () => {
  const { code, stdout, stderr, folder } = await signStamped([html, status(403)]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(
    /^error: script\.ps1: no authority gave a timestamp, so the script was not signed\.\n {2}http:\S+: It answered with a web page\. .*\n {2}http:\S+: It answered with HTTP status 403\.\nTry again later/,
  );
  expect(bytesOf(folder)).toEqual(unsigned);
});

test("an authority that fails is no reason to ask it again before the others", async () => {
  const { code, visits } = await signStamped([status(503), good]);
  expect(code).toBe(0);
  expect(visits).toEqual([1, 1]);
});
