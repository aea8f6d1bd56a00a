import { existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";
import { pages, textOf } from "./pages.ts";

/** Gives where a page's links lead that stay in the project: a path from docs, and a heading's anchor or "". */
function linksOf(page: string): [path: string, anchor: string][] {
  return [...textOf(page).matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]*))?\)/g)].map(
    ([, path = "", anchor = ""]) => [path === "" ? page : normalize(join(dirname(page), path)), anchor],
  );
}

/** Gives the anchors of a page's headings, made as repositories' sites make them. */
function anchorsOf(page: string): string[] {
  const prose = textOf(page).replaceAll(/^```.*?^```$/gms, "");
  return [...prose.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w -]/g, "")
      .replaceAll(" ", "-"),
  );
}

test.each(["../README.md", ...pages])("the links of %s lead somewhere", (page) => {
  for (const [path, anchor] of linksOf(page)) {
    expect([path, existsSync(join("docs", path))]).toEqual([path, true]);
    if (anchor !== "") expect(anchorsOf(path)).toContain(anchor);
  }
});

test.each(pages.filter((page) => page !== "README.md"))("the index leads to %s", (page) => {
  expect(linksOf("README.md").map(([path]) => path)).toContain(page);
});
