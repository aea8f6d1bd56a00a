import { sharedHost } from "../rig/shared.ts";

const unzipped = `
$stream = [System.IO.MemoryStream]::new([Convert]::FromBase64String($base64))
foreach ($entry in [System.IO.Compression.ZipArchive]::new($stream).Entries) {
  $copy = [System.IO.MemoryStream]::new()
  $entry.Open().CopyTo($copy)
  "$($entry.FullName) $([Convert]::ToBase64String($copy.ToArray()))"
}`;

/** Gives the entries of a zip archive in its order, as .NET reads them; throws what .NET has against it. */
export async function unzip(archive: Uint8Array): Promise<Map<string, Buffer>> {
  return readEntries(unzipped, archive);
}

/** Gives the entries that a piece of PowerShell lists of a file at `$base64`: name, blank, base64. */
export async function readEntries(code: string, file: Uint8Array): Promise<Map<string, Buffer>> {
  const host = await sharedHost("linux");
  const { output, stderr } = await host.evaluate(code, { base64: Buffer.from(file).toString("base64") });
  if (stderr !== "") throw new Error(stderr);
  return new Map(
    output.map((line) => {
      const [name = "", base64 = ""] = line.split(" ");
      return [name, Buffer.from(base64, "base64")];
    }),
  );
}
