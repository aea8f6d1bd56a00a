import { describe, expect, test } from "vitest";
import { makePackage } from "../../src/delivery/make-package.ts";
import { makePlan } from "../../src/plan/plan.ts";
import { renderScript } from "../../src/script/render.ts";
import { readSignedText } from "../../src/signing/verify/signed-text.ts";
import { verifyScript } from "../../src/signing/verify/verify.ts";
import { signedPackage, unsignedPackage } from "./package.ts";

const changes = { action: "Test", rebootExitCode: 0 } as const;
const choice = { products: ["ias"], ports: ["5000-5010=Backup agent"], locale: "nl" } as const;
const expected = renderScript(makePlan({ ...choice, ...changes }), "1.2.3").bytes;

const given = await signedPackage(choice);
const withoutKey = makePackage({ ...given, signScript: null });

/** Gives what is wrong with a signature, apart from who is trusted, and who signed. */
function judge(script: Uint8Array) {
  const options = { roots: [], signer: null, integrityOnly: true, allowSha1: false, now: new Date() };
  const { findings, signer } = verifyScript(script, options);
  return { findings, signer: signer?.fingerprint256 };
}

const good = { findings: [], signer: given.signer?.fingerprint256 };

test("a variant of a signed script is what its choices and the changes give, signed by the same signer", async () => {
  const variant = await given.variant(changes);
  expect(readSignedText(variant).body).toBe(Buffer.from(expected).toString());
  expect(judge(variant)).toEqual(good);
});

test("a variant of an unsigned script is not signed", async () => {
  expect(Buffer.from(await unsignedPackage(choice).variant(changes))).toEqual(Buffer.from(expected));
});

test("a script of a target's own is signed as it is, its byte order mark and line ends included", async () => {
  const signed = await given.sign("\ufeff'x'\n");
  expect(readSignedText(signed).body).toBe("\ufeff'x'\n");
  expect(judge(signed)).toEqual(good);
});

test("a script of a target's own is not signed where the script is not", async () => {
  expect(Buffer.from(await unsignedPackage().sign("'x'\n")).toString()).toBe("'x'\n");
});

test("without a key, a signed script has neither variants nor scripts beside it", async () => {
  await expect(withoutKey.variant(changes)).rejects.toMatchObject({ code: "package-needs-key" });
  await expect(withoutKey.sign("'x'")).rejects.toMatchObject({ code: "package-needs-key" });
});

describe("a name that not every tool takes is refused", () => {
  test.each([
    "",
    "-a",
    ".a",
    "a b",
    "a&b",
    "a%b",
    "a'b",
    "a/b",
    "a\\b",
    "aux",
    "CON",
    "com1.x",
    "\u00e4",
    "a".repeat(101),
  ])("%j", (name) => {
    expect(() => makePackage({ ...given, name, signScript: null })).toThrow(
      expect.objectContaining({ code: "package-name", facts: { name } }),
    );
  });
});
