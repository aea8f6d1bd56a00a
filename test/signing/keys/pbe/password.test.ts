import { describe, expect, test } from "vitest";
import { passwordForms, wipe } from "../../../../src/signing/keys/pbe/password.ts";

const hex = (password: string | Buffer) => passwordForms(password).map(({ utf16 }) => utf16.toString("hex"));

describe("a password", () => {
  test.each([
    ["ASCII", "Ab", ["004100620000"]],
    ["an umlaut, also byte by byte", "\u00fc", ["00fc0000", "00c300bc0000"]],
    ["beyond 16 bits, as two units", "\u{1f600}", ["d83dde000000", "00f0009f009800800000"]],
    ["nothing, with its closing zero and without", "", ["0000", ""]],
  ])("of %s is %s in PKCS#12: %j", (_, password, wanted) => {
    expect(hex(password)).toEqual(wanted);
    expect(hex(Buffer.from(password))).toEqual(wanted);
  });

  test("is UTF-8 in PKCS#5", () => {
    expect(passwordForms("\u00fc").map(({ utf8 }) => utf8.toString("hex"))).toEqual(["c3bc", "c3bc"]);
  });

  test("is overwritten, and the one given is left alone", () => {
    const given = Buffer.from("secret");
    const forms = passwordForms(given);
    wipe(forms);
    expect(forms.flatMap(({ utf8, utf16 }) => [...utf8, ...utf16]).some((byte) => byte !== 0)).toBe(false);
    expect(given.toString()).toBe("secret");
  });
});
