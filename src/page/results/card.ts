import type { Index } from "../catalog.ts";
import { element } from "../element.ts";
import type { Texts } from "../texts/texts.ts";

/** What holds for every ready-made script, folded: what it takes, what it ends with, and what changed in its version. */
export function scriptCard({ changes, version }: Index, { card }: Texts): HTMLElement[] {
  const items = changes.split(/^- /m).filter((item) => item.trim() !== "");
  return [
    folded(card.parametersHeading, meanings(card.parameters)),
    folded(card.exitCodesHeading, meanings(card.exitCodes)),
    folded(
      card.changes(version),
      element("ul", { lang: "en" }, ...items.map((item) => element("li", {}, ...inline(item)))),
    ),
  ];
}

function folded(heading: string, content: HTMLElement): HTMLElement {
  return element("details", { class: "card-part" }, element("summary", {}, heading), content);
}

function meanings(pairs: Texts["card"]["parameters"]): HTMLElement {
  return element(
    "dl",
    { class: "meanings" },
    ...pairs.flatMap(([name = "", meaning = ""]) => [
      element("dt", {}, ...inline(name)),
      element("dd", {}, ...inline(meaning)),
    ]),
  );
}

/** Gives a line of our own Markdown, of which only code is marked. */
function inline(markdown: string): (Node | string)[] {
  return markdown.split("`").map((part, index) => (index % 2 === 1 ? element("code", {}, part) : part));
}
