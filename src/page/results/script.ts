import { version } from "../../../package.json";
import { argumentsOf, commandLine } from "../../plan/command-line.ts";
import type { Index } from "../catalog.ts";
import { element } from "../element.ts";
import { loadEntry } from "../load.ts";
import type { Rendered } from "../outcome.ts";
import type { Texts } from "../texts/texts.ts";
import { scriptCard } from "./card.ts";
import { copyable } from "./copy.ts";
import { facts } from "./facts.ts";
import { readyScript } from "./ready.ts";
import { vbScript } from "./vbscript.ts";

/** The script of a choice: to download where it is ready-made, else by the command that makes it. */
export function scriptSection(rendered: Rendered, index: Index | null, texts: Texts): HTMLElement[] {
  const { plan, id, settingsId, bytes } = rendered;
  const { script: words } = texts;
  return [
    element(
      "p",
      {},
      `${words.effect[plan.recipe.backend]} ${words.again(plan.recipe.format === "vbs" ? "/Action:Restore" : "-Action Restore")}`,
    ),
    ...wayTo(rendered, index, texts),
    element(
      "details",
      { class: "text" },
      element("summary", {}, words.text),
      element("p", { class: "hint" }, words.textUnsigned),
      facts([
        [words.unsigned, id],
        [words.settingsId, settingsId],
      ]),
      element(
        "pre",
        { tabindex: 0, role: "region", "aria-label": words.text },
        new TextDecoder().decode(bytes),
      ),
    ),
  ];
}

function wayTo(rendered: Rendered, index: Index | null, texts: Texts): HTMLElement[] {
  if (rendered.plan.recipe.format === "vbs") return vbScript(rendered, texts);
  if (!index || rendered.ready !== "same") return command(rendered, reason(rendered, index, texts), texts);
  const way = element("div");
  loadEntry(rendered.id).then((entry) =>
    way.append(
      ...(entry
        ? [...readyScript(rendered, entry, texts), ...scriptCard(index, texts)]
        : command(rendered, texts.script.filesMissing, texts)),
    ),
  );
  return [way];
}

function reason({ ready, readyFor }: Rendered, index: Index | null, { script: words }: Texts): string {
  if (!index) return words.noCatalog;
  if (readyFor.length > 0) return words.readyFor(readyFor.map(({ name }) => name));
  const other = index.version === version ? "" : ` ${words.otherVersion(index.version, version)}`;
  return `${ready === "differs" ? words.differs : words.notReady}${other}`;
}

function command({ plan }: Rendered, why: string, texts: Texts): HTMLElement[] {
  const { script: words } = texts;
  const line = commandLine([...argumentsOf(plan.recipe), "--sign-pfx", "signer.pfx"]);
  return [
    element("p", {}, why),
    element("p", {}, words.commandMakes),
    copyable("render-command", [line], words.command, texts),
  ];
}
