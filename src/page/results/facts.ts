import { element } from "../element.ts";

/** Shows names with their values; what is long breaks anywhere. */
export function facts(pairs: readonly (readonly [name: string, value: string])[]): HTMLElement {
  return element(
    "dl",
    {},
    ...pairs.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]),
  );
}
