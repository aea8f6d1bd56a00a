const special: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Gives an XML element around XML. An attribute that is undefined is left out. */
export function element(
  name: string,
  attributes: Record<string, string | undefined>,
  ...children: readonly string[]
): string {
  const given = Object.entries(attributes).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const start = [name, ...given.map(([key, value]) => `${key}="${escaped(value)}"`)].join(" ");
  return children.length === 0 ? `<${start}/>` : `<${start}>${children.join("")}</${name}>`;
}

/** Gives an XML element around text. */
export function textElement(name: string, text: string): string {
  return text === "" ? element(name, {}) : element(name, {}, escaped(text));
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => special[character] ?? character);
}
