import { expect, test } from "vitest";
import { csvRows, jsonLines, yamlItems } from "../../src/fleet/site-text.ts";

const sites = [
  { site: "a", products: ["ias", "ipsec"], ports: ["5000=A, 7", "6000"], reboot: "IfNeeded" as const },
  { site: "b", ports: ["5000=A;b"] },
];

test("CSV has the columns in their order, and quotes what holds the sign between cells", () => {
  const columns = ["products", "site", "ports", "os"] as const;
  const form = { columns: [...columns], delimiter: "," as const };
  expect(csvRows(sites, form)).toBe('ias ipsec,a,"5000=""A, 7"" 6000",\n,b,5000=A;b,\n');
  expect(csvRows(sites.slice(1), { ...form, delimiter: ";" })).toBe(';b;"5000=A;b";\n');
});

test("JSON Lines have a line for each site", () => {
  const [first = "", second = "", ...rest] = jsonLines(sites).split("\n");
  expect([JSON.parse(first), JSON.parse(second), rest]).toEqual([...sites, [""]]);
});

test("YAML items can stand one after the other", () => {
  expect(yamlItems(sites.slice(1))).toBe("- site: b\n  ports:\n    - 5000=A;b\n");
});
