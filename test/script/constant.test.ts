import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Choice } from "../../src/plan/choice.ts";
import { choices } from "../plan/choices.ts";
import { scriptFor } from "./script.ts";

const text = (choice: Choice) => Buffer.from(scriptFor(choice)).toString("latin1");
const [before, after] = around(text({ products: ["ias"] }));

const shuffled = choices.chain((choice) =>
  fc
    .record({ products: shuffle(choice.products), ports: shuffle(choice.ports) })
    .map((order) => [choice, { ...choice, ...order }] as const),
);

describe("any choice", () => {
  it("changes the settings alone", () => {
    fc.assert(
      fc.property(choices, (choice) => {
        const script = text({ ...choice, newline: "crlf" });
        expect(around(script)).toEqual([before, after]);
      }),
      { numRuns: 500 },
    );
  });

  it("gives printable ASCII in lines that all end alike, no double braces, and at most 54,000 bytes", () => {
    fc.assert(
      fc.property(choices, (choice) => {
        const script = text(choice);
        expect(script).toMatch(choice.newline === "lf" ? /^([ -~]*\n)+$/ : /^([ -~]*\r\n)+$/);
        expect(script).not.toContain("{{");
        expect(script.length).toBeLessThanOrEqual(54_000);
      }),
      { numRuns: 500 },
    );
  });

  it("gives the same lines with either line end", () => {
    fc.assert(
      fc.property(choices, (choice) => {
        const lines = (newline: "crlf" | "lf") =>
          text({ ...choice, newline })
            .split(newline === "crlf" ? "\r\n" : "\n")
            .filter((line) => !/^ {2}(Recipe|SettingsId) /.test(line));
        expect(lines("lf")).toEqual(lines("crlf"));
      }),
      { numRuns: 50 },
    );
  });

  it("gives the same bytes in any order", () => {
    fc.assert(
      fc.property(shuffled, ([choice, other]) => {
        expect(text(other)).toBe(text(choice));
      }),
      { numRuns: 500 },
    );
  });
});

/** Gives what stands before the settings, and what stands after them. */
function around(script: string): [string, string] {
  const [start, end] = [script.indexOf("# ---- Settings"), script.indexOf("# ---- The result")];
  if (start < 0 || end < start) throw new Error("the script has no settings, or none before the logic");
  return [script.slice(0, start), script.slice(end)];
}

function shuffle<T>(items: readonly T[] = []): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length });
}
