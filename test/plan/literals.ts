/** A text of PowerShell with its single-quoted literals taken out. */
export interface Skeleton {
  /** All that is outside them, each of them being a NUL. */
  code: string;
  /** Their values. */
  literals: string[];
}

/** Finds the single-quoted literals of a text that has no other strings. Throws for any that has no end. */
export function skeletonOf(text: string): Skeleton {
  const skeleton: Skeleton = { code: "", literals: [] };
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== "'") {
      skeleton.code += text[at];
      continue;
    }
    let value = "";
    for (at++; ; at++) {
      if (at >= text.length) throw new Error("a literal without an end");
      if (text[at] !== "'") value += text[at];
      else if (text[at + 1] === "'") value += text[++at];
      else break;
    }
    skeleton.code += "\0";
    skeleton.literals.push(value);
  }
  return skeleton;
}
