import { backendChoices, locales, reboots } from "../../plan/choice.ts";
import type { State } from "../state.ts";

type Choices = Omit<State, "language" | "report">;

/** Gives what a form of choices holds now. */
export function readForm(form: HTMLFormElement): Choices {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? "");
  const oneOf = <Value extends string>(values: readonly [Value, ...Value[]], name: string) =>
    values.find((value) => value === text(name)) ?? values[0];
  return {
    os: text("os"),
    products: data.getAll("product").map(String),
    ports: text("ports"),
    locale: oneOf(locales, "locale"),
    backend: oneOf(backendChoices, "backend"),
    reboot: oneOf(reboots, "reboot"),
    rebootExitCode: text("rebootExitCode") === "0" ? 0 : 3010,
  };
}

/** Puts choices into a form; what is not given stays. */
export function writeForm(form: HTMLFormElement, { products, ...others }: Partial<State>): void {
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && control.name === "product") {
      if (products) control.checked = products.includes(control.value);
    } else if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) {
      const value = Object.entries(others).find(([name]) => name === control.name)?.[1];
      if (value !== undefined) control.value = String(value);
    }
  }
}
