import { version } from "../../../package.json";
import { argumentsOf, commandLine } from "../../plan/command-line.ts";
import { element } from "../element.ts";
import type { Rendered } from "../outcome.ts";
import type { Texts } from "../texts/texts.ts";
import { copyable } from "./copy.ts";
import { download } from "./download.ts";
import { facts } from "./facts.ts";

/**
 * The script for a Windows without PowerShell. Nobody signs it and no catalogue holds it, so the page gives it as it
 * renders it, and the command that renders the same elsewhere, to compare.
 */
export function vbScript({ plan, bytes, name, id }: Rendered, texts: Texts): HTMLElement[] {
  const { script: words } = texts;
  return [
    element("p", {}, words.vbScript(version)),
    copyable("render-command", [commandLine(argumentsOf(plan.recipe))], words.command, texts),
    element("div", { class: "card" }, download(bytes, name, texts), facts([[words.facts.sha256, id]])),
    element("h3", {}, words.run),
    element("p", { class: "hint" }, words.runHint),
    copyable(
      "run-command",
      [`cscript //nologo ${name} /Action:Test`, `cscript //nologo ${name}`],
      words.run,
      texts,
    ),
  ];
}
