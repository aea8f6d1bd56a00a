import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { loadOwnTable } from "../../src/cli/table/own-table.ts";
import { PortkeepError } from "../../src/errors.ts";
import type { Choice } from "../../src/plan/choice.ts";
import { makePlan } from "../../src/plan/plan.ts";
import { renderScript } from "../../src/script/render.ts";
import { ownTableSchema } from "../../src/table/schema.ts";
import { captured } from "../cli/console.ts";
import { hostileTexts } from "./hostile-texts.ts";
import { skeletonOf } from "./literals.ts";

const begin = "# ---- Settings, written by portkeep.\r\n";
const end = "\r\n}\r\n";

/** Gives a script's settings and all that is around them. */
function partsOf(choice: Choice) {
  const text = Buffer.from(renderScript(makePlan(choice), "1.0.0").bytes).toString("latin1");
  const start = text.indexOf(begin);
  const stop = text.indexOf(end, start);
  return { settings: text.slice(start, stop), around: text.slice(0, start) + text.slice(stop), text };
}

const values = ({ literals }: { literals: string[] }, index: number) => literals[index] ?? "";
const known = skeletonOf(partsOf({ ports: ["5000"] }).settings).literals;
const [settingsId, recipe, range] = [/^[0-9a-f]{16}$/, /^\{"/, /^5000-/].map((form) =>
  known.findIndex((value) => form.test(value)),
) as [number, number, number];

test("the tokenizer of this test finds what a harmless script holds", () => {
  const { code, literals } = skeletonOf(partsOf({ ports: ["5000=it is harmless"] }).settings);
  expect(code.split("\r\n").slice(0, 4).join(" ")).toBe(
    "# ---- Settings, written by portkeep. $Settings = @{   Version = \0   SettingsId = \0",
  );
  expect(literals.slice(0, 1)).toEqual(["1.0.0"]);
  expect(JSON.parse(literals[recipe] ?? "").ports).toEqual(["5000-5000=it is harmless"]);
  expect(literals[range]).toBe("5000-5000 it is harmless (own choice)");
  expect(skeletonOf("a 'b''c' d '' '''' e")).toEqual({ code: "a \0 d \0 \0 e", literals: ["b'c", "", "'"] });
  expect(() => skeletonOf("a 'b")).toThrow();
});

describe("a label", () => {
  const harmless = partsOf({ ports: ["5000=harmless"] });
  const wanted = skeletonOf(harmless.settings);
  let [refused, taken] = [0, 0];

  test("of 6,000 hostile ones is refused, or is in the script as the value of literals alone", () => {
    fc.assert(
      fc.property(hostileTexts, (label) => {
        const choice = { ports: [`5000=${label}`] };
        try {
          makePlan(choice);
        } catch (error) {
          refused += 1;
          expect(error).toBeInstanceOf(PortkeepError);
          expect((error as PortkeepError).code).toMatch(/^label-(characters|too-long)$/);
          return;
        }
        taken += 1;
        const { settings, around } = partsOf(choice);
        const found = skeletonOf(settings);
        expect(around).toBe(harmless.around);
        expect(found.code).toBe(wanted.code);
        const others = (_: string, index: number) => ![settingsId, recipe, range].includes(index);
        expect(found.literals.filter(others)).toEqual(wanted.literals.filter(others));
        expect(values(found, range)).toBe(`5000-5000 ${label.trim() || "own port"} (own choice)`);
        expect(JSON.parse(values(found, recipe)).ports).toEqual([
          label.trim() === "" ? "5000-5000" : `5000-5000=${label.trim()}`,
        ]);
      }),
      { numRuns: 6000 },
    );
  });

  afterAll(() => {
    expect(Math.min(refused, taken)).toBeGreaterThan(500);
  });
});

describe("a table's text", () => {
  const tableWith = (field: string, text: string) => ({
    sources: [
      {
        id: "manual",
        title: "t",
        publisher: "p",
        ...(field === "source" && { id: text }),
        ...(field === "title" && { title: text }),
      },
    ],
    systems: [
      {
        id: "home",
        name: field === "system" ? text : "Home",
        version: "5.2",
        powershell: true,
        backends: ["reserved-ports"],
      },
    ],
    products: [{ id: field === "id" ? text : "game", name: field === "name" ? text : "Game" }],
    rows: [
      {
        ports: field === "ports" ? text : "7000-7001",
        program: field === "program" ? text : "Game",
        products: [field === "id" ? text : "game"],
        source: field === "source" ? text : "manual",
        ...(field === "note" && { note: text }),
        ...(field === "condition" && { condition: text }),
      },
    ],
  });
  const fields = [
    "program",
    "source",
    "name",
    "system",
    "id",
    "ports",
    "title",
    "note",
    "condition",
  ] as const;
  const parse = (field: string, text: string) => ownTableSchema.safeParse(tableWith(field, text)).data;
  const scriptWith = (field: string, text: string) => {
    const table = parse(field, text);
    try {
      return table && partsOf({ products: [field === "id" ? text : "game"], os: "home", table });
    } catch (error) {
      // Two numbers may have the form of a range and be none: refused as well.
      if (error instanceof PortkeepError && error.code.startsWith("port-")) return undefined;
      throw error;
    }
  };
  const harmless = scriptWith("program", "Game");

  test("of 6,000 hostile ones is refused, or is in the script as the value of literals alone", () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.constantFrom(...fields), hostileTexts, (field, text) => {
        const script = scriptWith(field, text);
        if (!script) return;
        taken += 1;
        const found = skeletonOf(script.settings);
        expect(script.around).toBe(harmless?.around);
        expect(found.code).toBe(skeletonOf(harmless?.settings ?? "").code);
        expect(JSON.parse(values(found, recipe)).table.rows).toHaveLength(1);
        if (field === "program") expect(values(found, range)).toBe(`7000-7001 ${text} (manual)`);
        if (field === "source") expect(values(found, range)).toBe(`7000-7001 Game (${text})`);
        if (["title", "note", "condition"].includes(field)) expect(script.text).toBe(harmless?.text);
      }),
      { numRuns: 6000 },
    );
    expect(taken).toBeGreaterThan(500);
  });

  test("that is refused is refused with a clear error, and its place", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...fields), hostileTexts, async (field, text) => {
        fc.pre(!parse(field, text));
        const { io } = captured("/", JSON.stringify(tableWith(field, text), null, 1));
        const failure = await loadOwnTable("-", io).catch((error) => error);
        const errors: PortkeepError[] = failure.errors ?? [failure];
        expect(errors.length).toBeGreaterThan(0);
        for (const { code, place } of errors) {
          expect(code).toMatch(/^(wrong-form|text-too-long|control-character|not-utf8)$/);
          expect(place).toMatchObject({ file: "-", line: expect.any(Number), column: expect.any(Number) });
        }
      }),
      { numRuns: 500 },
    );
  });
});
