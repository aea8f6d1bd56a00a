import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { payloadText } from "../../../src/delivery/payload/payload.ts";
import { signedPackage, unsignedPackage } from "../package.ts";

const given = await signedPackage();
const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Gives the settings at the beginning, and what follows them. */
function partsOf(text: string) {
  const [whole = "", block = ""] = /^\$Payload = @\{\n([^}]+)\}\n/.exec(text) ?? [];
  const pairs = Array.from(block.matchAll(/^ {2}(\w+) = '([^']*)'$/gm), ([, name, value]) => [name, value]);
  return { settings: Object.fromEntries(pairs), rest: text.slice(whole.length) };
}

test("it names the script, its hash and its signer's, and asks for a signature", () => {
  expect(partsOf(payloadText(given)).settings).toEqual({
    Name: "reserve-ports.ps1",
    Sha256: hash(given.script),
    Signer: hash(given.signer?.raw ?? Buffer.of()),
    Policy: "AllSigned",
  });
});

test("it asks for no signature where the script has none", () => {
  const { settings } = partsOf(payloadText(unsignedPackage()));
  expect(settings).toMatchObject({ Signer: "", Policy: "Bypass" });
});

test("only its settings depend on the script", () => {
  const { rest } = partsOf(payloadText(given));
  expect(rest).toContain("function Confirm-PayloadSigner");
  expect(partsOf(payloadText(unsignedPackage({ products: ["ias"] }))).rest).toBe(rest);
});
