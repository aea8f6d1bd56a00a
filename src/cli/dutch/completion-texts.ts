import type { completionHelp as english } from "../english/completion-texts.ts";

/** What the help of `completion` says, in Dutch. */
export const completionHelp: typeof english = {
  summary: "geef wat een shell opdrachten, opties en waarden laat aanvullen",
  description:
    "Geeft een script waarmee een shell de opdrachten, opties, producten en bestanden van portkeep aanvult met TAB.",
  examples: `Voorbeelden:
  portkeep completion bash
  portkeep completion zsh --locale nl
`,
  shell: "de shell",
  install: "Zo werkt het nu in deze shell, en in elke nieuwe:",
};
