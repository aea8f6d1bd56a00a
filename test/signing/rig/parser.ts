import { sharedHost } from "../../rig/shared.ts";

const parse = `
$tokens = $errors = $null
$tree = [System.Management.Automation.Language.Parser]::ParseInput($text, [ref] $tokens, [ref] $errors)
if ($errors) { throw $errors[0].Message }
`;

// A script's root spans the whole file, comments at its end too.
const nodes = `${parse}
$tree.FindAll({ $args[0] -ne $tree }, $true) | ForEach-Object {
  "$($_.GetType().Name) $($_.Extent.StartOffset) $($_.Extent.EndOffset)"
}`;

const tokens = `${parse}
foreach ($token in $tokens) { "$($token.Kind) $($token.Extent.StartOffset) $($token.Text)" }`;

interface Token {
  kind: string;
  start: number;
  text: string;
}

/** Gives the tokens of an ASCII script, by PowerShell's own parser; throws where it finds an error. */
export async function tokensOf(script: Uint8Array): Promise<Token[]> {
  return (await ask(tokens, script)).map((line) => {
    const [, kind = "", start, text = ""] = /^(\w+) (\d+) (.*)$/s.exec(line) ?? [];
    return { kind, start: Number(start), text };
  });
}

/** Gives the kind and the place of each node of an ASCII script's syntax tree below the root; throws likewise. */
export function nodesOf(script: Uint8Array): Promise<string[]> {
  return ask(nodes, script);
}

async function ask(code: string, script: Uint8Array): Promise<string[]> {
  const host = await sharedHost("linux");
  const { output, stderr } = await host.evaluate(code, { text: Buffer.from(script).toString("latin1") });
  if (stderr !== "" || output.length === 0) {
    throw new Error(`PowerShell's parser gave nothing: ${stderr}`);
  }
  return output;
}
