import { type CST, Parser } from "yaml";
import { type FilePlace, PortkeepError } from "../errors.ts";

// Counted with the document and its top level.
const deepest = 32;
// What makes a text say other than it shows.
const refused = ["alias", "anchor", "tag", "directive"] as const;

/**
 * Gives the tokens of a YAML or JSON text, checked. Throws `too-deep`, `yaml-feature`. The library's next step
 * works by recursion, and far down in it Node.js can end without an error that could be caught.
 */
export function checkedTokens(text: string, spot: (offset: number) => FilePlace): CST.Token[] {
  const refuse = (error: PortkeepError, offset = 0) => {
    error.place = spot(offset);
    throw error;
  };
  const tokens = [...new Parser().parse(text)];
  const open: Step[] = [{ part: { tokens }, depth: 0 }];
  for (let step = open.pop(); step; step = open.pop()) {
    const { part, depth } = step;
    const { type, offset } = part;
    const feature = refused.find((name) => name === type);
    if (feature) refuse(new PortkeepError("yaml-feature", { feature }), offset);
    if (type === "error") refuse(new PortkeepError("yaml-syntax", { problem: "TOKEN" }), offset);
    if (depth > deepest) refuse(new PortkeepError("too-deep", { limit: deepest }), offset);
    for (const inner of partsOf(part)) open.push({ part: inner, depth: depth + (inner.type ? 1 : 0) });
  }
  const [, second] = tokens.filter(({ type }) => type === "document");
  if (second) refuse(new PortkeepError("yaml-feature", { feature: "document" }), second.offset);
  return tokens;
}

/** A token, or an item of a list or a map, which alone has no type. */
interface Part {
  type?: string;
  offset?: number;
  tokens?: CST.Token[];
}

interface Step {
  part: Part;
  depth: number;
}

/** Gives the parts of a part, the last of them first: what is put on a stack last is taken from it first. */
function partsOf(part: Part): Part[] {
  const values: unknown[] = Object.values(part).flat();
  return values.filter((value) => typeof value === "object" && value !== null).reverse() as Part[];
}
