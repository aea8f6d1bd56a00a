import { expect, test } from "vitest";
import conflicts from "../../src/table/conflicts.json";
import messages from "../../templates/messages.en.json";
import { textOf } from "./pages.ts";

/** Gives the first cells of the table under a heading. */
function firstCells(page: string, heading: string): string[] {
  const [, part = ""] = textOf(page).split(`\n## ${heading}\n`);
  const [table = ""] = part.split("\n## ");
  return [...table.matchAll(/^\| ([^|]*[^-|][^|]*) \|/gm)].map(([, cell = ""]) => cell.trim()).slice(1);
}

test("each message on the page is one of the script, with … for what differs", () => {
  const cells = firstCells("troubleshooting.md", "Messages");
  expect(cells.length).toBeGreaterThan(8);
  const all = Object.values(messages).map((text) => text.replaceAll(/\{\d\}/g, "…"));
  for (const cell of cells) {
    const shown = cell.replaceAll("*", "");
    expect([shown, all.some((text) => text.includes(shown))]).toEqual([shown, true]);
  }
});

test("each exit code but 0 and 1641, which ask for nothing, has advice", () => {
  const codes = (page: string, heading: string) =>
    firstCells(page, heading).flatMap((cell) => cell.split(" · ").map(Number));
  const known = codes("script.md", "Exit codes").filter((code) => code !== 0 && code !== 1641);
  expect(codes("troubleshooting.md", "Exit codes").sort()).toEqual(known.sort());
});

test("each product that the page advises is in the table", () => {
  const advised = [...textOf("troubleshooting.md").matchAll(/`(?:--product )?([\w,-]+)`/g)]
    .flatMap(([text, ids = ""]) => (text.includes("--product ") ? ids.split(",") : []))
    .sort();
  const known = conflicts.products.map(({ id }) => id);
  expect(advised.length).toBeGreaterThan(4);
  for (const id of advised) expect(known).toContain(id);
});
