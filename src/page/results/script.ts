import { version } from "../../../package.json";
import type { Catalog } from "../../fleet/catalog.ts";
import { argumentsOf, commandLine } from "../../plan/command-line.ts";
import { element } from "../element.ts";
import type { Rendered } from "../outcome.ts";
import type { Texts } from "../texts/texts.ts";
import { copyable } from "./copy.ts";
import { facts } from "./facts.ts";
import { readyScript } from "./ready.ts";

/** The script of a choice: to download where it is ready-made, else by the command that makes it. */
export function scriptSection(rendered: Rendered, catalog: Catalog | null, texts: Texts): HTMLElement[] {
  const { plan, ready, id, settingsId, bytes } = rendered;
  const { script: words } = texts;
  return [
    element("p", {}, `${words.effect[plan.recipe.backend]} ${words.again}`),
    ...(ready ? readyScript(rendered, ready, texts) : command(rendered, catalog, texts)),
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

function command({ plan, differs }: Rendered, catalog: Catalog | null, texts: Texts): HTMLElement[] {
  const { script: words } = texts;
  const reason = differs ? words.differs : catalog ? words.notReady : words.noCatalog;
  const line = commandLine([...argumentsOf(plan.recipe), "--sign-pfx", "signer.pfx"]);
  const other = catalog && catalog.version !== version ? words.otherVersion(catalog.version, version) : "";
  return [
    element("p", { class: differs ? "problem" : "hint" }, `${reason} ${other}`.trim()),
    copyable("render-command", [line], words.command, texts),
  ];
}
