import { describe, expect, test } from "vitest";
import { errors as dutch } from "../../src/cli/dutch/errors.ts";
import { errors as english } from "../../src/cli/english/errors.ts";
import { causeText } from "../../src/cli/text/error-text.ts";
import { PortkeepError } from "../../src/errors.ts";
import { cannotWrite } from "../../src/files/cannot-write.ts";

const failure = (code: string) => Object.assign(new Error(`${code}: it failed, open '/a/.b.tmp'`), { code });

describe.each([
  ["English", english, /[Mm]ake room/, /who may write/, /A folder has this name/, /A file stands where/],
  ["Dutch", dutch, /[Mm]aak er plaats/, /wie er mag schrijven/, /Een map heeft deze/, /een bestand waar/],
])("what helps, in %s", (_, texts, room, right, folder, file) => {
  test.each([
    ["ENOSPC", room],
    ["EDQUOT", room],
    ["EACCES", right],
    ["EPERM", right],
    ["EROFS", right],
    ["EBUSY", right],
    ["EISDIR", folder],
    ["ENOTDIR", file],
    ["EEXIST", file],
  ])("against %s is told, and nothing else", (code, wanted) => {
    const text = causeText(cannotWrite("a/b", failure(code)), texts);
    const told = [room, right, folder, file].filter((advice) => advice.test(text));
    expect(told).toEqual([wanted]);
    expect(text).toContain(`a/b`);
    expect(text).toContain(`(${code}: it failed)`);
  });

  test("against anything else is another place", () => {
    const text = causeText(cannotWrite("a", failure("EIO")), texts);
    expect(text).toMatch(/\. (Give another place with|Geef een andere plek met) -o\.$/);
  });
});

test("what is told already stays as it is", () => {
  const error = new PortkeepError("file-empty", {});
  expect(cannotWrite("a", error)).toBe(error);
});
