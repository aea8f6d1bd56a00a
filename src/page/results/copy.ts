import { element } from "../element.ts";
import type { Texts } from "../texts/texts.ts";

/** Shows lines to type, with a button that copies them. */
export function copyable(
  id: string,
  lines: readonly string[],
  label: string,
  { script: texts }: Texts,
): HTMLElement {
  const text = lines.join("\n");
  const code = element(
    "pre",
    { id, tabindex: 0, class: "command", role: "region", "aria-label": label },
    text,
  );
  const button = element("button", { type: "button", "aria-describedby": id }, texts.copy);
  const status = element("span", { role: "status", class: "status" });
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text);
      status.textContent = texts.copied;
    } catch {
      getSelection()?.selectAllChildren(code);
      status.textContent = texts.notCopied;
    }
  });
  return element("div", { class: "copyable" }, code, button, status);
}
