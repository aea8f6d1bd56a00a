import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";

// Beside the program, beside the folder of its parts, or, when it is run from its source, where it was built.
const folders = ["./page/", "../page/", "../../../dist/page/"];

/** Gives the download page: each file's name and bytes, what names the others last. */
export async function pageFiles(): Promise<[name: string, bytes: Uint8Array][]> {
  const folder = folders
    .map((path) => new URL(path, import.meta.url))
    .find((path) => existsSync(new URL("page.js", path)));
  if (!folder) throw new Error("the download page is not built: npm run build");
  const names = ["third-party-licenses.txt", "page.css", "page.js", "index.html"];
  return Promise.all(names.map(async (name) => [name, await readFile(new URL(name, folder))]));
}
