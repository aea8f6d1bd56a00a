import { createHash } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { ownPrefix, toUnix } from "../rig/prefix.ts";

export type Replacement = readonly [from: string, to: string];

const charactersPath = "C:\\rig\\characters.txt";

/** What Wine's VBScript lacks: AscW and ChrW, here by a file of all characters. */
const functions = `

Dim Characters, FirstCharacters
Sub LoadCharacters()
  Characters = Fso.OpenTextFile("${charactersPath}", 1, False, -1).ReadAll
  FirstCharacters = Left(Characters, 126)
End Sub
Function AscW(character)
  If IsEmpty(Characters) Then LoadCharacters
  AscW = InStr(1, FirstCharacters, character, 0)
  If AscW = 0 Then AscW = InStr(1, Characters, character, 0)
End Function
Function ChrW(number)
  If IsEmpty(Characters) Then LoadCharacters
  If number > 0 And number < 127 Then
    ChrW = Mid(FirstCharacters, number, 1)
  Else
    ChrW = Mid(Characters, (number + 65536) Mod 65536, 1)
  End If
End Function
`.replaceAll("\n", "\r\n");

/** And a folder's attributes. */
export const attributes = "(Fso.GetFolder(StorePath).Attributes And 1024) <> 0";

/** Writes a VBScript where Wine can read it, with stand-ins for what Wine lacks, and gives its path there. */
export async function placeVbs(script: Uint8Array, replace: readonly Replacement[] = []): Promise<string> {
  const all: readonly Replacement[] = [...replace, [attributes, "False"]];
  const text = all.reduce((text, [from, to]) => {
    if (!text.includes(from) && from !== attributes) throw new Error(`the script has no "${from}"`);
    return text.replaceAll(from, () => to);
  }, Buffer.from(script).toString("latin1"));
  await ownPrefix();
  placeCharacters();
  const whole = text + functions;
  return place(
    `${createHash("sha256").update(whole).digest("hex").slice(0, 16)}.vbs`,
    Buffer.from(whole, "latin1"),
  );
}

function placeCharacters(): void {
  const all = Array.from({ length: 0xffff }, (_, index) => String.fromCharCode(index + 1));
  place("characters.txt", Buffer.from(`\ufeff${all.join("")}`, "utf16le"));
}

/** Writes a file into the folder of the rig, once, and gives its Windows path. */
function place(name: string, bytes: Uint8Array): string {
  const path = toUnix(`C:\\rig\\${name}`);
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
  return `C:\\rig\\${name}`;
}
