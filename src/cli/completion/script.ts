import type { Locale } from "../text/language.ts";
import bash from "./scripts/portkeep.bash?raw";
import fish from "./scripts/portkeep.fish?raw";
import powershell from "./scripts/portkeep.ps1";
import zsh from "./scripts/portkeep.zsh?raw";
import type { Shell } from "./shells.ts";

const scripts: Record<Shell, string> = { bash, zsh, fish, powershell };

/** Gives the script by which a shell completes portkeep's command line, with descriptions in this language. */
export function completionScript(shell: Shell, locale: Locale): string {
  return scripts[shell].replace("--locale en", `--locale ${locale}`).trimEnd();
}
