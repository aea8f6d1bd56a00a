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
import { type Ready, readyScripts } from "./ready.ts";
import { vbScript } from "./vbscript.ts";

/** The script of a choice: to download where it is ready-made, else by the command that makes it. */
export function scriptSection(rendered: Rendered, index: Index | null, texts: Texts): HTMLElement[] {
  const { plan } = rendered;
  const { script: words } = texts;
  return [
    element(
      "p",
      {},
      `${words.effect[plan.recipe.backend]} ${words.again(plan.recipe.format === "vbs" ? "/Action:Restore" : "-Action Restore")}`,
    ),
    ...wayTo(rendered, index, texts),
    ...scriptsOf(rendered).map((script, _, all) =>
      scriptText(script, all.length > 1 ? `${words.text}: ${script.name}` : words.text, texts),
    ),
  ];
}

/** Gives what a choice is made of: its own script, or those that take its place. */
function scriptsOf(rendered: Rendered): Rendered[] {
  return rendered.parts.length > 0 ? rendered.parts : [rendered];
}

function scriptText(
  { id, settingsId, bytes }: Rendered,
  heading: string,
  { script: words }: Texts,
): HTMLElement {
  return element(
    "details",
    { class: "text" },
    element("summary", {}, heading),
    element("p", { class: "hint" }, words.textUnsigned),
    facts([
      [words.unsigned, id],
      [words.settingsId, settingsId],
    ]),
    element("pre", { tabindex: 0, role: "region", "aria-label": heading }, new TextDecoder().decode(bytes)),
  );
}

function wayTo(rendered: Rendered, index: Index | null, texts: Texts): HTMLElement[] {
  if (rendered.plan.recipe.format === "vbs") return vbScript(rendered, texts);
  const scripts = scriptsOf(rendered);
  if (!index || scripts.some(({ ready }) => ready !== "same"))
    return command(rendered, reason(rendered, index, texts), texts);
  const way = element("div");
  loadAll(scripts).then((ready) =>
    way.append(
      ...(ready
        ? [
            ...(rendered.parts.length > 0 ? [element("p", {}, texts.script.parts)] : []),
            ...readyScripts(ready, texts),
            ...scriptCard(index, texts),
            ...(rendered.parts.length > 0 ? command(rendered, texts.script.oneForAll, texts) : []),
          ]
        : command(rendered, texts.script.filesMissing, texts)),
    ),
  );
  return [way];
}

async function loadAll(scripts: readonly Rendered[]): Promise<Ready[] | null> {
  const ready: Ready[] = [];
  for (const rendered of scripts) {
    const entry = await loadEntry(rendered.id);
    if (!entry) return null;
    ready.push({ rendered, entry });
  }
  return ready;
}

function reason({ ready }: Rendered, index: Index | null, { script: words }: Texts): string {
  if (!index) return words.noCatalog;
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
    element("p", { class: "hint" }, words.commandNeeds),
  ];
}
