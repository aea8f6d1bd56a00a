import { version } from "../../../package.json";
import { argumentsOf, commandLine } from "../../plan/command-line.ts";
import type { Index } from "../catalog.ts";
import { element } from "../element.ts";
import { loadEntry } from "../load.ts";
import type { Rendered } from "../outcome.ts";
import type { Texts } from "../texts/texts.ts";
import { copyable } from "./copy.ts";
import { facts } from "./facts.ts";
import { readyScript } from "./ready.ts";

/** The script of a choice: to download where it is ready-made, else by the command that makes it. */
export function scriptSection(rendered: Rendered, index: Index | null, texts: Texts): HTMLElement[] {
  const { plan, ready, id, settingsId, bytes } = rendered;
  const { script: words } = texts;
  const way = element(
    "div",
    {},
    ...(ready === "same" ? [] : command(rendered, reason(rendered, index, texts), texts)),
  );
  if (ready === "same") {
    loadEntry(id).then((entry) =>
      way.append(
        ...(entry ? readyScript(rendered, entry, texts) : command(rendered, words.filesMissing, texts)),
      ),
    );
  }
  return [
    element("p", {}, `${words.effect[plan.recipe.backend]} ${words.again}`),
    way,
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
  ];
}
