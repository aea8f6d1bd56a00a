import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SiteList } from "../../src/fleet/site-list.ts";

const id = fc.string({ unit: fc.constantFrom(..."abAB01._-"), minLength: 1, maxLength: 64 });

describe("a list of sites", () => {
  test("gives ids as they were written, in their order, with their scripts", () => {
    const list = new SiteList();
    list.add("Berlin", 2);
    list.setScript(7);
    list.add("paris", 3);
    expect([...list]).toEqual([
      ["Berlin", 7],
      ["paris", -1],
    ]);
    expect([list.length, list.scriptAt(0), list.scriptAt(1)]).toEqual([2, 7, -1]);
  });

  test("does what a map by lower-case ids does", () => {
    fc.assert(
      fc.property(fc.array(id, { maxLength: 200 }), (ids) => {
        const list = new SiteList();
        const model = new Map<string, number>();
        for (const [where, one] of ids.entries()) {
          const known = model.get(one.toLowerCase());
          expect(list.add(one, where)).toEqual(known === undefined ? null : { where: known });
          if (known === undefined) model.set(one.toLowerCase(), where);
        }
        expect([...list].map(([one]) => one.toLowerCase())).toEqual([...model.keys()]);
      }),
    );
  });

  test("keeps apart ids that are many, long, and differ in one sign", () => {
    const list = new SiteList();
    const count = 100_000;
    const name = (index: number) => `${"x".repeat(50)}${String(index).padStart(7, "0")}`;
    for (let index = 0; index < count; index++) {
      if (list.add(name(index), index) !== null) throw new Error(`${name(index)} is taken`);
    }
    expect(list.length).toBe(count);
    for (const index of [0, 1, 4095, 65_535, 65_536, count - 1]) {
      expect(list.add(name(index).toUpperCase(), 0)).toEqual({ where: index });
    }
    expect([...list].every(([one], index) => one === name(index))).toBe(true);
  });

  test("takes less than 45 bytes a site", () => {
    const before = process.memoryUsage().arrayBuffers;
    const list = new SiteList();
    for (let index = 0; index < 500_000; index++) list.add(`site-${index}`, index);
    expect((process.memoryUsage().arrayBuffers - before) / list.length).toBeLessThan(45);
  });
});
