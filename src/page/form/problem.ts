import type { Outcome } from "../outcome.ts";
import { fieldOf } from "../texts/problem.ts";

/** Marks the field that a problem is about; the status says what it is. */
export function markProblem(form: HTMLFormElement, outcome: Outcome): void {
  const wrong = outcome.kind === "problem" ? fieldOf(outcome.error) : null;
  for (const name of ["os", "ports"]) {
    const field = form.elements.namedItem(name);
    if (!(field instanceof HTMLElement)) continue;
    const hint = form.querySelector(`#${name}-hint`)?.id ?? "";
    const described = name === wrong ? `${hint} status` : hint;
    field.setAttribute("aria-invalid", String(name === wrong));
    field.setAttribute("aria-describedby", described.trim());
  }
}
