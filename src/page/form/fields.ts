import { element } from "../element.ts";

/** A choice of one out of several, under a label. */
export function selectField(
  name: string,
  label: string,
  options: readonly (readonly [value: string | number, text: string])[],
): HTMLElement {
  const items = options.map(([value, text]) => element("option", { value }, text));
  return field(name, label, element("select", { id: name, name }, ...items));
}

/** A field for text, under a label, with a hint below it. */
export function textField(name: string, label: string, hint: string): HTMLElement {
  const hintId = `${name}-hint`;
  const input = element("input", {
    id: name,
    name,
    type: "text",
    autocomplete: "off",
    spellcheck: "false",
    "aria-describedby": hintId,
  });
  return field(name, label, input, element("p", { id: hintId, class: "hint" }, hint));
}

function field(name: string, label: string, ...controls: Node[]): HTMLElement {
  return element("div", { class: "field" }, element("label", { for: name }, label), ...controls);
}
