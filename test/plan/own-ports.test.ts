import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatOwnPorts, readOwnPorts } from "../../src/plan/own-ports.ts";

const read = (texts: string[]) => readOwnPorts(texts).map(formatOwnPorts);

describe("reading", () => {
  test.each<[string, string]>([
    ["5000", "5000-5000"],
    ["5000-5010", "5000-5010"],
    ["5000=Backup", "5000-5000=Backup"],
    ["5000-5010=Backup agent", "5000-5010=Backup agent"],
    [" 5000-5010 = Backup agent ", "5000-5010=Backup agent"],
    ["5000=", "5000-5000"],
    ["5000=  ", "5000-5000"],
    ["1025", "1025-1025"],
    ["65535", "65535-65535"],
  ])("%j is %j", (text, wanted) => {
    expect(read([text])).toEqual([wanted]);
  });

  test.each(["1", "80", "1024", "1024-1030", "500=Label"])(
    "%j is refused: it begins below the pool",
    (text) => {
      const facts = { text: text.replace(/=.*/, ""), lowest: 1025 };
      expect(() => read([text])).toThrow(expect.objectContaining({ code: "port-below-pool", facts }));
    },
  );

  test.each([
    ["x", "port-not-a-range"],
    ["=Label", "port-not-a-range"],
    ["70000", "port-too-high"],
    ["6000-5000", "port-reversed"],
    ["0-5", "port-zero"],
  ])("%j is refused with %s", (text, code) => {
    expect(() => read([text])).toThrow(expect.objectContaining({ code }));
  });
});

describe("the normal form", () => {
  test.each<[string, string[], string[]]>([
    ["sorts", ["7000", "5000"], ["5000-5000", "7000-7000"]],
    ["sorts as numbers", ["10000", "9000"], ["9000-9000", "10000-10000"]],
    ["joins what has the same label", ["5001=A", "5000=A"], ["5000-5001=A"]],
    ["joins what has none", ["5001", "5000", "5001-5004"], ["5000-5004"]],
    ["keeps labels apart", ["5000-5005=B", "5003-5009=A"], ["5000-5005=B", "5003-5009=A"]],
    ["sorts by label last", ["5000=B", "5000", "5000=A"], ["5000-5000", "5000-5000=A", "5000-5000=B"]],
    ["tells capitals apart", ["5000=a", "5001=A"], ["5000-5000=a", "5001-5001=A"]],
  ])("%s", (_, given, wanted) => {
    expect(read(given)).toEqual(wanted);
  });

  test("reads back as itself", () => {
    const given = ["5000-5005=B", "5003-5009=A", "6000", "6001", "7000=A"];
    expect(read(read(given))).toEqual(read(given));
  });
});

describe("labels", () => {
  test("take every character that the contract names", () => {
    const label = "Az09 ._,()/:+-x";
    expect(read([`5000=${label}`])).toEqual([`5000-5000=${label}`]);
  });

  test("refuse every other character", () => {
    const refused = fc.string({ unit: "binary", minLength: 1, maxLength: 3 }).filter((text) => {
      return text.trim() === text && !/^[A-Za-z0-9 ._,()/:+-]*$/.test(text);
    });
    fc.assert(
      fc.property(refused, (text) => {
        const label = `a${text}b`;
        const facts = { label };
        expect(() => read([`5000=${label}`])).toThrow(
          expect.objectContaining({ code: "label-characters", facts }),
        );
      }),
    );
  });

  test.each([
    "it's",
    '"x"',
    "$(x)",
    "`n",
    "a=b",
    "x;y",
    "# SIG",
    "{{x}}",
    "{0}",
    "é",
    "a\nb",
    "a\u202eb",
    "’",
  ])("refuse %j", (label) => {
    expect(() => read([`5000=${label}`])).toThrow(expect.objectContaining({ code: "label-characters" }));
  });

  test("are 64 characters at most", () => {
    expect(read([`5000=${"x".repeat(64)}`])).toHaveLength(1);
    expect(() => read([`5000=${"x".repeat(65)}`])).toThrow(
      expect.objectContaining({ code: "label-too-long", facts: { label: "x".repeat(65), longest: 64 } }),
    );
  });
});

test("a hundred thousand items are judged without delay", () => {
  const texts = Array.from({ length: 100_000 }, (_, i) => `${5000 + (i % 1000)}=L${i % 7}`);
  const started = performance.now();
  expect(readOwnPorts(texts).length).toBeGreaterThan(0);
  expect(performance.now() - started).toBeLessThan(2000);
});
