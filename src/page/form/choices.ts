import { backendChoices, reboots } from "../../plan/choice.ts";
import { builtInTable } from "../../table/table.ts";
import { element } from "../element.ts";
import type { State } from "../state.ts";
import { texts as allTexts, type Texts } from "../texts/texts.ts";
import { selectField, textField } from "./fields.ts";
import { productFields } from "./products.ts";
import { readForm, writeForm } from "./values.ts";

/** The form of all choices. It tells of each change as it is made. */
export function choicesForm(
  state: State,
  texts: Texts,
  change: (to: Partial<State>) => void,
): HTMLFormElement {
  const { form: words } = texts;
  const form = element(
    "form",
    { "aria-labelledby": "form-heading" },
    element("h2", { id: "form-heading" }, words.heading),
    sets(words, (to) => {
      writeForm(form, to);
      change(readForm(form));
    }),
    selectField("os", words.system, [
      ["", words.systemAny],
      ...builtInTable.systems.map(({ id, name }) => [id, name] as const),
    ]),
    ...productFields(texts),
    textField("ports", words.ports, words.portsHint),
    selectField("locale", words.locale, [
      ["en", allTexts.nl.otherLanguage],
      ["nl", allTexts.en.otherLanguage],
    ]),
    moreOptions(words),
  );
  form.addEventListener("input", () => change(readForm(form)));
  form.addEventListener("submit", (event) => event.preventDefault());
  writeForm(form, state);
  return form;
}

function sets(words: Texts["form"], choose: (to: Pick<State, "os" | "products">) => void): HTMLElement {
  const buttons = builtInTable.bundles.map(({ name, system, products }) => {
    const button = element("button", { type: "button", class: "set" }, name);
    button.addEventListener("click", () => choose({ os: system, products }));
    return button;
  });
  return element("details", { class: "sets", open: true }, element("summary", {}, words.sets), ...buttons);
}

function moreOptions(words: Texts["form"]): HTMLElement {
  return element(
    "details",
    {},
    element("summary", {}, words.more),
    selectField(
      "backend",
      words.backend,
      backendChoices.map((id) => [id, words.backends[id]] as const),
    ),
    selectField(
      "reboot",
      words.reboot,
      reboots.map((id) => [id, words.reboots[id]] as const),
    ),
    selectField("rebootExitCode", words.rebootExitCode, [
      [3010, words.rebootExitCodes[3010]],
      [0, words.rebootExitCodes[0]],
    ]),
  );
}
