import { expect, test } from "vitest";
import { scriptsIni } from "../../../src/delivery/gpo/scripts-ini.ts";
import { readBySamba } from "./samba/readers.ts";
import { installSamba } from "./samba/tools.ts";

await installSamba();

// As Windows Server 2025 and the backups of other administrators have them: byte order mark, a blank line, CRLF.
test.each([
  ["scripts.ini", "a.cmd", "\ufeff\r\n[Startup]\r\n0CmdLine=a.cmd\r\n0Parameters=\r\n"],
  [
    "psscripts.ini",
    "a.ps1",
    "\ufeff\r\n[ScriptsConfig]\r\nStartExecutePSFirst=true\r\n[Startup]\r\n0CmdLine=a.ps1\r\n0Parameters=\r\n",
  ],
  ["scripts.ini", null, "\ufeff\r\n"],
] as const)("%s with %s is as Windows writes it, in UTF-16 with the low byte first", (list, script, text) => {
  const bytes = Buffer.from(scriptsIni(list, script));
  expect(bytes.subarray(0, 6).toString("hex")).toBe("fffe0d000a00");
  expect(new TextDecoder("utf-16le", { ignoreBOM: true, fatal: true }).decode(bytes)).toBe(text);
});

test.each([
  ["scripts.ini", ["Startup"]],
  ["psscripts.ini", ["ScriptsConfig", "Startup"]],
] as const)("Samba reads the sections of %s, and what it starts", async (list, sections) => {
  const { xml } = await readBySamba("ini", scriptsIni(list, "reserve-ports.cmd"));
  expect([...xml.matchAll(/<Section name="(.*?)">/g)].map(([, name]) => name)).toEqual(sections);
  expect(xml).toMatch(/<Key>0CmdLine<\/Key>\s*<Value network_path="TRUE">reserve-ports\.cmd<\/Value>/);
  expect(xml).toMatch(/<Key>0Parameters<\/Key>\s*<Value\/>/);
});
