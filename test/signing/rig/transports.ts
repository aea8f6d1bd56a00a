import { sharedHost } from "../../rig/shared.ts";

const mark = Buffer.from("\ufeff");
const begin = "# SIG # Begin signature block";

/** What targets do to the bytes of a script on its way to the machine that runs it. */
export type Transport = (script: Buffer) => Buffer | Promise<Buffer>;

/** Puts a byte order mark before it, where it may have one already. */
export const marked = (script: Buffer) => Buffer.concat([mark, script]);

/** Takes its byte order mark away; throws where it has none. */
export function unmarked(script: Buffer): Buffer {
  if (!script.subarray(0, mark.length).equals(mark)) throw new Error("the script has no byte order mark");
  return script.subarray(mark.length);
}

/** Makes every CRLF an LF. */
export const inLf = (script: Buffer) => inLatin1(script, (text) => text.replaceAll("\r\n", "\n"));

/** Makes every LF of a script in LF a CRLF. */
export const inCrlf = (script: Buffer) => inLatin1(script, (text) => text.replaceAll("\n", "\r\n"));

/** Takes the last line's end away. */
export const withoutLastNewline = (script: Buffer) => inLatin1(script, (text) => text.replace(/\r?\n$/, ""));

/** Adds text at the end. */
export const longer = (text: string) => (script: Buffer) => Buffer.concat([script, Buffer.from(text)]);

/** Changes what begins so many bytes before the signature's first line, and leaves the rest. */
export function fromBlock(change: (block: Buffer) => Buffer, before = 0) {
  return (script: Buffer) => {
    const at = script.lastIndexOf(begin) - before;
    return Buffer.concat([script.subarray(0, at), change(script.subarray(at))]);
  };
}

/** Datto RMM keeps text without a mark and without its last newline, and runs it with a mark. */
export const throughDatto = (script: Buffer) => marked(withoutLastNewline(unmarked(script)));

/** Puts it into JSON and takes it out, as the API of Tactical RMM takes scripts. */
export const throughJson: Transport = (script) => {
  const body = JSON.stringify({ script_body: new TextDecoder("utf-8", { ignoreBOM: true }).decode(script) });
  return Buffer.from(JSON.parse(body).script_body);
};

/** Puts it into base64 and takes it out, as Intune takes scripts. */
export const throughBase64: Transport = (script) => Buffer.from(script.toString("base64"), "base64");

const zip = `
$stream = New-Object System.IO.MemoryStream
$archive = New-Object System.IO.Compression.ZipArchive $stream, 'Create', $true
$bytes = [Convert]::FromBase64String($base64)
$entry = $archive.CreateEntry('script.ps1').Open()
$entry.Write($bytes, 0, $bytes.Length)
$entry.Dispose()
$archive.Dispose()
$archive = New-Object System.IO.Compression.ZipArchive $stream
$copy = New-Object System.IO.MemoryStream
$archive.GetEntry('script.ps1').Open().CopyTo($copy)
[Convert]::ToBase64String($copy.ToArray())`;

/** Packs and unpacks it by .NET. */
export const throughZip: Transport = async (script) => {
  const host = await sharedHost("linux");
  const { output, stderr } = await host.evaluate(zip, { base64: script.toString("base64") });
  if (output.length !== 1) throw new Error(stderr);
  return Buffer.from(output[0] ?? "", "base64");
};

function inLatin1(script: Buffer, change: (text: string) => string): Buffer {
  return Buffer.from(change(script.toString("latin1")), "latin1");
}
