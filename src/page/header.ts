import { element } from "./element.ts";
import type { Texts } from "./texts/texts.ts";

/** What the page is for, and the switch to its other language. */
export function header(texts: Texts, switchLanguage: () => void): HTMLElement {
  const language = element(
    "button",
    { type: "button", id: "language", lang: texts.otherCode },
    texts.otherLanguage,
  );
  language.addEventListener("click", switchLanguage);
  return element(
    "header",
    {},
    element("a", { class: "skip", href: "#status" }, texts.skip),
    element("div", { class: "bar" }, element("p", { class: "name" }, "portkeep"), language),
    element("h1", {}, texts.title),
    element("p", { class: "intro" }, texts.intro),
  );
}
