import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  commandKind,
  fillWords,
  parseSignCommand,
  placeholdersIn,
} from "../../../src/signing/external/command.ts";

const wordsOf = (text: string) => parseSignCommand(text).words;

describe("a command is split", () => {
  test.each([
    ["at blanks of any kind and number", "  a  b\tc\nd ", ["a", "b", "c", "d"]],
    ["but not between double quotes", `a "b c" d`, ["a", "b c", "d"]],
    ["but not between single quotes", "a 'b c' d", ["a", "b c", "d"]],
    ["but not at quotes within a word", `--name="b c"d`, ["--name=b cd"]],
    ["into an empty word between two quotes", `a "" b`, ["a", "", "b"]],
    ["with one kind of quote between two of the other", `a "it's" '"q"'`, ["a", "it's", '"q"']],
    [
      "with backslashes as they are",
      String.raw`"C:\Program Files\x.exe" \\srv\keys C:\new\table\ "D:\a b\"`,
      [String.raw`C:\Program Files\x.exe`, String.raw`\\srv\keys`, "C:\\new\\table\\", "D:\\a b\\"],
    ],
    [
      "and no shell sees it",
      "a $HOME `id` %PATH% ~ *.pem | b > c; d && e",
      [...["a", "$HOME", "`id`", "%PATH%", "~", "*.pem", "|", "b", ">", "c;", "d", "&&", "e"]],
    ],
  ])("%s", (_, text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test.each([
    [`a "b`, '"'],
    ["a 'b", "'"],
    [`a "b" c'`, "'"],
    [`a 'b"' "c`, '"'],
    [String.raw`C:\Users\O'Brien\sign.exe`, "'"],
  ])("unless a quote is not closed: %s", (text, quote) => {
    expect(() => parseSignCommand(text)).toThrow(
      expect.objectContaining({ code: "sign-command-unclosed-quote", facts: { quote } }),
    );
  });

  test.each(["", "  \t\n ", `"" a`])("unless it names no program: %j", (text) => {
    expect(() => parseSignCommand(text)).toThrow(expect.objectContaining({ code: "sign-command-empty" }));
  });
});

describe("its kind", () => {
  test.each([
    ["signtool sign /a {file}", "file"],
    ["osslsigncode sign -h {hash-name} -in {file} -out {out}", "file"],
    ["a {hash}", "hash"],
    ["a {hash-hex}", "hash"],
    ["a {hash-base64} {hash-name}", "hash"],
    ["a {digest-info} --output={out}", "hash"],
    ["a {message}", "hash"],
    ["my-signer --key 1", "co-process"],
  ])("of %s is %s", (text, kind) => {
    expect(parseSignCommand(text).kind).toBe(kind);
  });

  test.each([
    ["cannot be two", "a {file} {message}", "sign-command-two-kinds", { file: "file", hash: "message" }],
    ["needs something to sign", "a {out}", "sign-command-no-input", { placeholder: "out" }],
    [
      "needs more than the hash's name",
      "a {hash-name}",
      "sign-command-no-input",
      { placeholder: "hash-name" },
    ],
    ["follows from known names alone", "a {hsh}", "sign-command-placeholder", { name: "hsh" }],
    ["follows from names in lower case", "a {File}", "sign-command-placeholder", { name: "File" }],
  ])("%s", (_, text, code, facts) => {
    expect(() => parseSignCommand(text)).toThrow(
      expect.objectContaining({ code, facts: expect.objectContaining(facts) }),
    );
  });

  test("is told by words alone, and names what could be meant", () => {
    expect(commandKind(["a", "{file}"])).toBe("file");
    expect(() => commandKind(["a", "{fil}"])).toThrow(
      expect.objectContaining({
        facts: { name: "fil", known: expect.arrayContaining(["file", "hash", "out", "digest-info"]) },
      }),
    );
    expect(() => commandKind(["a", "{out}"])).toThrow(
      expect.objectContaining({
        facts: {
          placeholder: "out",
          inputs: ["file", "hash", "hash-hex", "hash-base64", "digest-info", "message"],
        },
      }),
    );
  });

  test.each(["{}", "{ file }", '{"a":1}', "{1}", "${x", "{a b}", "{-x}"])(
    "does not follow from braces that name nothing: %s",
    (word) => {
      expect(commandKind(["a", word])).toBe("co-process");
    },
  );
});

const hostile = fc.string({ unit: fc.constantFrom(..."\"' \\$&{}\n\0\u20aca") });

describe("its placeholders", () => {
  test("are listed once each", () => {
    expect(placeholdersIn(["a", "{file}{hash-name}", "{file}"])).toEqual(["file", "hash-name"]);
  });

  test("are filled within words, as often as they stand there", () => {
    expect(fillWords(["{file}", "--in={file}", "x{out}y"], { file: "/a b", out: "$&" })).toEqual([
      "/a b",
      "--in=/a b",
      "x$&y",
    ]);
  });

  test("are filled once: a value that looks like one stays as it is", () => {
    expect(fillWords(["a", "{file}"], { file: "{out}", out: "no" })).toEqual(["a", "{out}"]);
  });

  test("never add, split or drop an argument, whatever the value", () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const { words } = parseSignCommand("program --in {file} last");
        expect(fillWords(words, { file: value })).toEqual(["program", "--in", value, "last"]);
      }),
    );
  });
});

test("any text is split or refused with a code", () => {
  const texts = fc.oneof(
    fc.string(),
    fc
      .array(fc.constantFrom('"', "'", " ", "\\", "{file}", "{x}", "{", "}", "a"))
      .map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      try {
        expect(parseSignCommand(text).words.length).toBeGreaterThan(0);
      } catch (error) {
        expect(error).toMatchObject({ code: expect.stringMatching(/^sign-command-/) });
      }
    }),
  );
});
