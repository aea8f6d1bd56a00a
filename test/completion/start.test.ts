import { expect, onTestFinished, test } from "vitest";
import { makePlace } from "./place.ts";
import { installShells, type ShellName, shells } from "./shells.ts";
import { openTerminal } from "./terminal.ts";

await installShells();

test.each<[ShellName, string, string]>([
  ["bash", "in strict POSIX mode", `set -o posix; ${shells.bash.load}`],
  ["bash", "where unset variables are errors", `set -u; ${shells.bash.load}`],
  ["bash", "where an equals sign does not divide words", `COMP_WORDBREAKS=$' \\t\\n'; ${shells.bash.load}`],
  ["bash", "in a shell that saved the script", "portkeep completion bash > ~/saved; source ~/saved"],
  ["zsh", "where nobody has started zsh's own completion", shells.zsh.load],
  ["zsh", "where somebody has", `autoload -Uz compinit; compinit -i; ${shells.zsh.load}`],
  [
    "zsh",
    "from a folder of functions",
    `mkdir ~/functions; portkeep completion zsh > ~/functions/_portkeep; fpath=(~/functions $fpath)
      autoload -Uz compinit; compinit -i`,
  ],
  [
    "fish",
    "from a folder of completions",
    `mkdir ~/completions; set -p fish_complete_path ~/completions
      portkeep completion fish > ~/completions/portkeep.fish`,
  ],
])("%s %s", async (name, _, load) => {
  const terminal = await openTerminal(shells[name], makePlace(), load);
  onTestFinished(async () => {
    await terminal.close();
  });
  for (let time = 0; time < 2; time++) {
    expect(await terminal.type("portkeep render --backend=dn\t")).toBe(
      "portkeep render --backend=dns-exclusions ",
    );
  }
  expect(await terminal.close()).not.toMatch(/error|not found|unbound|insecure/i);
});
