import { Composer, isMap, isScalar, isSeq, type Node, type Pair } from "yaml";
import { type FilePlace, PortkeepError } from "../errors.ts";
import { spotsIn } from "./spot.ts";
import { checkedTokens } from "./yaml-tokens.ts";

/** The way to a value: keys of maps and places in lists. */
export type Path = readonly (string | number)[];

/** A YAML or JSON file as plain values, each of which can be shown where it stands. */
export interface SourceDocument {
  value: unknown;
  /** Gives the place of a value, or of a map's key. */
  placeOf(path: Path, what?: "key" | "value"): FilePlace;
}

/**
 * Reads a YAML or JSON text, above which `above` lines of the file stand. Throws `yaml-*`, `too-deep`,
 * `duplicate-key`, `key-not-text`, `file-empty`.
 */
export function parseDocument(text: string, file: string, above = 0): SourceDocument {
  const spot = spotsIn(file, text, above);
  const tokens = checkedTokens(text, spot);
  const [document] = new Composer({ uniqueKeys: false, version: "1.2", logLevel: "silent" }).compose(tokens);
  const [error] = document?.errors ?? [];
  if (error) throw new PortkeepError("yaml-syntax", { problem: error.code }, spot(error.pos[0]));
  const root = document?.contents as Node | null;
  if (!root || (isScalar(root) && root.value === null)) throw new PortkeepError("file-empty", {}, { file });
  return {
    value: toValue(root, [], spot),
    placeOf: (path, what = "value") => ({ ...spot(offsetOf(root, path, what)), path: pathText(path) }),
  };
}

/** Gives a path as one would write it: `rows[2].ports`. */
export function pathText(path: Path): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`))
    .join("")
    .replace(/^\./, "");
}

function toValue(node: unknown, path: Path, spot: (offset: number) => FilePlace): unknown {
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return node.items.map((item, index) => toValue(item, [...path, index], spot));
  if (!isMap(node)) return null;
  const value = new Map<string, unknown>();
  for (const { key, value: inner } of node.items as Pair<Node, Node | null>[]) {
    const place = () => ({ ...spot(key.range?.[0] ?? 0), path: pathText(path) });
    if (!isScalar(key) || typeof key.value !== "string") throw new PortkeepError("key-not-text", {}, place());
    if (key.value === "<<") throw new PortkeepError("yaml-feature", { feature: "merge" }, place());
    if (value.has(key.value)) throw new PortkeepError("duplicate-key", { key: key.value }, place());
    value.set(key.value, toValue(inner, [...path, key.value], spot));
  }
  // Not an assignment: `__proto__` is a key like any other, and unknown to every schema.
  return Object.fromEntries(value);
}

function offsetOf(root: Node, path: Path, what: "key" | "value"): number {
  let offset = root.range?.[0] ?? 0;
  let node: unknown = root;
  for (const [index, step] of path.entries()) {
    const pair = isMap(node)
      ? (node.items as Pair<Node, Node | null>[]).find(({ key }) => isScalar(key) && key.value === step)
      : undefined;
    const inner: Node | null | undefined = isSeq(node) ? (node.items[Number(step)] as Node) : pair?.value;
    const last = index === path.length - 1;
    const spot = last && what === "key" ? pair?.key : inner;
    offset = spot?.range?.[0] ?? pair?.key.range?.[0] ?? offset;
    node = inner;
  }
  return offset;
}
