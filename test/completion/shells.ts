import { installPrograms } from "../rig/packages.ts";

/** A shell at a terminal: how it starts, and what it reads at its start, in its home. */
export interface Shell {
  command: string;
  file: string;
  /** Makes Escape and x write the line to the file `kept` and empty it. */
  setUp: string;
  /** Loads the completion as the help says. */
  load: string;
  /** Runs the command `touch ran`, as a part of a word. */
  substitution: string;
}

/** The mark by which a test sees that the shell waits. */
export const prompt = "ready> ";

export const shells = {
  bash: {
    command: "bash --noprofile --rcfile ~/.bashrc -i",
    file: ".bashrc",
    setUp: `PS1='${prompt}'
      keep() { printf '%s\\n' "$READLINE_LINE" >> ~/kept; READLINE_LINE=; }
      bind -x '"\\ex": keep'`,
    load: 'eval "$(portkeep completion bash)"',
    substitution: "$(touch ran)",
  },
  zsh: {
    command: "zsh -d -i",
    file: ".zshrc",
    // By default, TAB runs substitutions in zsh, whatever the command.
    setUp: `PS1='${prompt}'
      keep() { print -r -- "$BUFFER" >> ~/kept; BUFFER= }
      zle -N keep; bindkey -e; bindkey '\\ex' keep; bindkey '\\t' complete-word`,
    load: 'eval "$(portkeep completion zsh)"',
    substitution: "$(touch ran)",
  },
  fish: {
    command: "fish --no-config --interactive --init-command 'source ~/init.fish'",
    file: "init.fish",
    setUp: `function fish_prompt; printf '${prompt}'; end
      function keep; commandline >> ~/kept; commandline ''; end
      bind \\ex keep`,
    load: "portkeep completion fish | source",
    substitution: "(touch ran)",
  },
} satisfies Record<string, Shell>;

export type ShellName = keyof typeof shells;
export const shellNames = ["bash", "zsh", "fish"] as const satisfies ShellName[];

/** Installs the shells that are missing, and the program that gives them a terminal. */
export function installShells(): Promise<void> {
  return installPrograms(
    [["zsh"], ["fish"], ["script", "bsdutils"]].map(([program = "", name = program]) => ({
      program,
      packages: [name],
    })),
  );
}
