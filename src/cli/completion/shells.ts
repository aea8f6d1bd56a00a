/** The shells that portkeep can complete in. */
export const shells = ["bash", "zsh", "fish", "powershell"] as const;
export type Shell = (typeof shells)[number];

/** The commands that load the completion: for each shell one for now, and one for every new shell. */
export const loadCommands = `\
  bash        eval "$(portkeep completion bash)"
              echo 'eval "$(portkeep completion bash)"' >> ~/.bashrc
  zsh         eval "$(portkeep completion zsh)"
              echo 'eval "$(portkeep completion zsh)"' >> ~/.zshrc
  fish        portkeep completion fish | source
              portkeep completion fish > ~/.config/fish/completions/portkeep.fish
  PowerShell  portkeep completion powershell | Out-String | Invoke-Expression
              Add-Content $PROFILE 'portkeep completion powershell | Out-String | Invoke-Expression'`;
