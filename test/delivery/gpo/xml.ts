import { sharedHost } from "../../rig/shared.ts";

const read = `
$document = New-Object System.Xml.XmlDocument
$document.Load((New-Object System.IO.MemoryStream (, [Convert]::FromBase64String($base64))))
function Show($node, $depth) {
  $attributes = @($node.Attributes | Where-Object { -not $_.get_Name().StartsWith('xmlns') } | ForEach-Object { "$($_.Name)=$($_.Value)" })
  $text = -join @($node.ChildNodes | Where-Object { $_.NodeType -eq 'Text' } | ForEach-Object { $_.Value })
  ('  ' * $depth) + (@($node.get_Name()) + $attributes + @($text) -ne '' -join ' | ')
  $node.ChildNodes | Where-Object { $_.NodeType -eq 'Element' } | ForEach-Object { Show $_ ($depth + 1) }
}
Show $document.DocumentElement 0`;

/** Gives an XML file as .NET reads it: a line for each element, with its attributes and text, indented by its depth. */
export async function outline(xml: Uint8Array): Promise<string[]> {
  const host = await sharedHost("linux");
  const base64 = Buffer.from(xml).toString("base64");
  const { output, stderr } = await host.evaluate(read, { base64 });
  if (stderr !== "") throw new Error(stderr);
  return output;
}
