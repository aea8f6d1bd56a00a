import { describe, expect, test } from "vitest";
import { checkSiteId, siteKeys } from "../../src/fleet/site.ts";

function codeOf(id: string): string | undefined {
  try {
    checkSiteId(id);
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe("the id of a site", () => {
  test.each([
    "a",
    "0",
    "Berlin-1",
    "a.b_c-d",
    "x".repeat(64),
    "console",
    "com",
    "com10",
    "auxiliary",
    "a.con",
  ])("may be %s", (id) => expect(codeOf(id)).toBeUndefined());

  test.each([
    ["nothing", ""],
    ["what is longer than 64", "x".repeat(65)],
    ["a path", "a/b"],
    ["a path of Windows", "a\\b"],
    ["the folder above", ".."],
    ["a hidden file", ".a"],
    ["an option", "-a"],
    ["what has a blank", "a b"],
    ["what has a colon", "c:a"],
    ["what ends with a dot", "a."],
    ["what ends with a line break", "a\n"],
    ["letters beyond ASCII", "caf\u00e9"],
    ["what looks like ASCII", "\u0430bc"],
    ["a quote", 'a"b'],
  ])("cannot be %s", (_, id) => expect(codeOf(id)).toBe("site-id-form"));

  test.each(["con", "CON", "Nul", "prn", "aux", "com1", "COM9", "lpt0", "con.txt", "nul.a.b"])(
    "cannot be the device %s",
    (id) => expect(codeOf(id)).toBe("site-id-device"),
  );

  test("that is very long is not told whole", () => {
    expect(() => checkSiteId("x".repeat(100_000))).toThrow(
      expect.objectContaining({ facts: { id: "x".repeat(200) } }),
    );
  });
});

test("a site has these keys", () => {
  expect(siteKeys).toEqual(["site", "products", "ports", "backend", "os", "reboot", "restartDns", "locale"]);
});
