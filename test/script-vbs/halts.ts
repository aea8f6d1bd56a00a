import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { ownPrefix, toUnix } from "../rig/prefix.ts";
import { wineEnvironment } from "../rig/wine.ts";
import { placeVbs } from "./place.ts";
import { cscript } from "./run.ts";
import { standardVbs } from "./script.ts";

const markPath = "C:\\rig\\halts.txt";

// What reaches the disk, the registry or another program: between two of these a killed run leaves the same world.
const deed =
  /^ +(?!If |Dim |For |On )(?=.*(?:Fso\.(?:Create|Move|Delete|Open)|Shell\.|file\.(?:Write|Close)|RunProgram|Write(?:Value|Journal|File) |KeepBackup|ConfirmChange|NoteStart|TidyStore|OpenLock|SetOutcome))/;

/** Gives the VBScript with a call before each deed: at the nth call it stays, for ever. */
function withHalts(n: number): Uint8Array {
  const lines = Buffer.from(standardVbs).toString("latin1").split("\r\n");
  const logic = lines.findIndex((line) => line.startsWith("' ---- End of the settings"));
  const halted = lines.flatMap((line, index) => (index > logic && deed.test(line) ? ["Halt", line] : [line]));
  const text = `${halted.join("\r\n")}
Dim HaltCount
Sub Halt()
  If IsEmpty(HaltCount) Then HaltCount = 0
  HaltCount = HaltCount + 1
  If HaltCount = ${n} Then
    Fso.CreateTextFile("${markPath}", True).Close
    Do
    Loop
  End If
End Sub
`;
  const counted = text.replace(
    "WScript.Quit Run(",
    `Fso.CreateTextFile("${markPath}", True).Write CStr(HaltCount)\r\nWScript.Quit Run(`,
  );
  return Buffer.from(counted.replaceAll(/\r?\n/g, "\r\n"), "latin1");
}

/** Runs the VBScript undisturbed, and gives how many deeds there are to kill it before. */
export async function countHalts(args: readonly string[]): Promise<number> {
  rmSync(toUnix(markPath), { force: true });
  await cscript(await placeVbs(withHalts(0)), args);
  return Number(readFileSync(toUnix(markPath), "utf8"));
}

/** Runs the VBScript up to right before its nth deed, and ends its process there, by SIGKILL. */
export async function killAt(n: number, args: readonly string[]): Promise<void> {
  await killHalted(await placeVbs(withHalts(n)), args);
}

/** Ends its process while regedit changes the value: it is started, and not waited for. */
export async function killDuringImport(args: readonly string[]): Promise<void> {
  const isImport = 'Left(arguments, 3) = "/s "';
  const wait = "arguments, 0, True)";
  const leave = `arguments, 0, Not ${isImport})\r\n  If ${isImport} Then HaltCount = -1\r\n  If ${isImport} Then Halt`;
  await killHalted(await placeVbs(withHalts(0), [[wait, leave]]), args);
}

async function killHalted(path: string, args: readonly string[]): Promise<void> {
  rmSync(toUnix(markPath), { force: true });
  const env = { ...process.env, ...wineEnvironment(await ownPrefix()) };
  const child = spawn("wine", ["cscript.exe", "//nologo", path, ...args], { env, stdio: "ignore" });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  for (let count = 0; !existsSync(toUnix(markPath)); count++) {
    if (count > 6000 || child.exitCode !== null) throw new Error(`it did not come to its halt: ${path}`);
    await sleep(10);
  }
  child.kill("SIGKILL");
  await ended;
}
