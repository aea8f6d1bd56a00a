import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { backend } from "./backend.ts";
import { storePath } from "./machine.ts";
import { decodeMultiString } from "./multi-string.ts";

const head = () => `[HKEY_LOCAL_MACHINE${backend.key.slice("HKLM".length)}]`;

/** Gives the paths of the backups in a folder of this machine, oldest first. */
export function backupFiles(folder = storePath("backups")): string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".reg"))
    .sort()
    .map((name) => join(folder, name));
}

/** Gives the list that a .reg file would bring back, null where it has no value; throws when the file is not whole. */
export function readBackup(file: string): string[] | null {
  const text = readFileSync(file, "utf16le").replace(/^\ufeff/, "");
  const [first, body] = text.split(`\r\n\r\n${head()}\r\n`);
  if (first !== "Windows Registry Editor Version 5.00" || !body?.endsWith("\r\n\r\n")) {
    throw new Error(`${file} is not a whole .reg file: ${text}`);
  }
  const [values = ""] = body.replace(/\\\r\n\s*/g, "").split("\r\n[");
  const digits = new RegExp(`^"${backend.valueName}"=hex\\(7\\):([0-9a-f,]*)$`, "m").exec(
    values.replaceAll("\r", ""),
  )?.[1];
  return digits === undefined ? null : decodeMultiString(Buffer.from(digits.replaceAll(",", ""), "hex"));
}
