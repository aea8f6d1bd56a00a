import { expect, test } from "vitest";
import { SiteList } from "../../src/fleet/site-list.ts";
import { takeId } from "../../src/fleet/take-id.ts";

test("an id is taken once, capitals aside, and the line of the other one is told", () => {
  const sites = new SiteList();
  const row = { where: 2, lineOf: (where: number) => where * 10 };
  takeId(sites, "Berlin", row);
  const refused = { code: "site-id-taken", facts: { id: "BERLIN", line: 20 } };
  expect(() => takeId(sites, "BERLIN", { ...row, where: 3 })).toThrow(expect.objectContaining(refused));
  expect([...sites]).toEqual([["Berlin", -1]]);
});

test("an id that is none takes no place", () => {
  const sites = new SiteList();
  const taking = () => takeId(sites, "a/b", { where: 1, lineOf: () => null });
  expect(taking).toThrow(expect.objectContaining({ code: "site-id-form" }));
  expect(sites.length).toBe(0);
});
