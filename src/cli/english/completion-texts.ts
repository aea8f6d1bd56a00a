/** What the help of `completion` says, in English. */
export const completionHelp = {
  summary: "print what makes a shell complete commands, options and values",
  description:
    "Prints a script that makes a shell complete portkeep's commands, options, products and files at the TAB key.",
  examples: `Examples:
  portkeep completion bash
  portkeep completion zsh --locale nl
`,
  shell: "the shell",
  install: "To have it in this shell now, and in every new one:",
};
