import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import packageJson from "../../package.json";
import { textOf } from "./pages.ts";

const text = textOf("develop.md");

test("each file and folder that the page names is there", () => {
  const paths = [
    ...text.matchAll(/[` ]((?:src|test|templates|build|docs)(?:\/[\w./-]*\w)?)(?=[` ,])/g),
  ].flatMap(([, path = ""]) => (path.includes("/") ? [path] : []));
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});

test("each script that the page names is one of the package", () => {
  const names = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name = ""]) => name);
  expect(names.length).toBeGreaterThan(4);
  expect(Object.keys(packageJson.scripts)).toEqual(expect.arrayContaining(names));
});
