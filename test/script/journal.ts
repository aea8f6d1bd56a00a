import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { backend } from "./backend.ts";
import { storePath } from "./machine.ts";

/** Gives the paths of the journal's records, oldest first. */
export function journalFiles(): string[] {
  const folder = storePath(backend.id);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^\d{6}\.txt$/.test(name))
    .sort()
    .map((name) => storePath(backend.id, name));
}

/** Gives the path of the record that counts. */
export function newestRecord(): string {
  const newest = journalFiles().at(-1);
  if (!newest) throw new Error("the journal is empty");
  return newest;
}

/** Gives the lines `name=value` of the record that counts. */
export function readRecord(): Record<string, string> {
  const lines = readFileSync(newestRecord(), "utf8").split("\r\n");
  return Object.fromEntries(
    lines.map((line) => {
      const [name = "", ...value] = line.split("=");
      return [name, value.join("=")];
    }),
  );
}

/** Changes a line of the record that counts. */
export function editRecord(name: string, value: string): void {
  const text = readFileSync(newestRecord(), "utf8");
  const line = new RegExp(`^${name}=.*$`, "m");
  if (!line.test(text)) throw new Error(`no line ${name}= in ${text}`);
  writeFileSync(newestRecord(), text.replace(line, `${name}=${value}\r`));
}
