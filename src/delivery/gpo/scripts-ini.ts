/** The lists of scripts that a policy may have. Windows Server 2003 knows the first alone. */
export type ScriptList = "scripts.ini" | "psscripts.ini";

/**
 * Gives a list with one startup script, which stands in the policy's own folder, in the form of [MS-GPSCR] 2.2; or
 * with none.
 */
export function scriptsIni(list: ScriptList, script: string | null): Uint8Array {
  const order = list === "psscripts.ini" ? ["[ScriptsConfig]", "StartExecutePSFirst=true"] : [];
  const entry = script === null ? [] : [...order, "[Startup]", `0CmdLine=${script}`, "0Parameters="];
  return Buffer.from(`\ufeff${["", ...entry, ""].join("\r\n")}`, "utf16le");
}
