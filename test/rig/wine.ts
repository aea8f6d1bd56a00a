import { execa } from "execa";

/** Gives the environment of every program in a prefix. */
export function wineEnvironment(prefix: string): Record<string, string> {
  return {
    WINEPREFIX: prefix,
    WINEARCH: "win64",
    WINEDEBUG: "-all",
    WINEDLLOVERRIDES: "mshtml=",
    // Without it .NET dies at its first garbage collection under Wine.
    DOTNET_EnableWriteXorExecute: "0",
  };
}

/** Starts a prefix: its server, which stays a while after its last program, and its services. */
export async function bootWine(prefix: string): Promise<void> {
  await wineserver(prefix, "-p300");
  await inPrefix(prefix, "wine", ["wineboot"]);
}

/** Ends everything that runs in a prefix; the registry is on disk afterwards. */
export async function endWine(prefix: string): Promise<void> {
  await wineserver(prefix, "-k");
  await wineserver(prefix, "-w");
}

function wineserver(prefix: string, option: string) {
  return inPrefix(prefix, "wineserver", [option]);
}

// Wine's services keep what they inherit from the first program open for ever: it must not be a pipe.
async function inPrefix(prefix: string, program: string, options: string[]): Promise<void> {
  const env = wineEnvironment(prefix);
  const { exitCode, message } = await execa(program, options, { env, stdio: "ignore", reject: false });
  // Any code of the program's own will do: `wineserver -k` fails where none runs.
  if (exitCode === undefined) {
    throw new Error(message);
  }
}
