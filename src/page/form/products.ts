import { findSystem, isInArticle, rowsFor } from "../../table/lookup.ts";
import { builtInTable, type Product } from "../../table/table.ts";
import { element } from "../element.ts";
import type { Texts } from "../texts/texts.ts";

/** The products to choose from, grouped by how they come to the conflict. */
export function productFields({ form: texts }: Texts): HTMLElement[] {
  const group = ({ id }: Product) => {
    if (isInArticle(builtInTable, id)) return "article";
    return rowsFor(builtInTable, [id]).every((row) => row.class === "moved-range") ? "moved" : "documented";
  };
  const products = (name: string) => builtInTable.products.filter((product) => group(product) === name);
  return [
    fieldset(texts.productsArticle, products("article"), texts),
    fieldset(texts.productsDocumented, products("documented"), texts),
    fieldset(texts.productsMoved, products("moved"), texts),
  ];
}

function fieldset(legend: string, products: readonly Product[], texts: Texts["form"]): HTMLElement {
  const boxes = products.map((product) => checkbox(product, texts));
  return element("fieldset", {}, element("legend", {}, legend), ...boxes);
}

function checkbox({ id, name, systems }: Product, texts: Texts["form"]): HTMLElement {
  const box = element("input", { type: "checkbox", name: "product", value: id, id: `product-${id}` });
  const label = element("label", { for: `product-${id}` }, name);
  if (systems) {
    const names = systems.map((system) => findSystem(builtInTable, system)?.name ?? system);
    label.append(element("span", { class: "hint" }, texts.onlyOn(names.join(", "))));
  }
  return element("div", { class: "check" }, box, label);
}
