import { distance } from "fastest-levenshtein";

export const beginMarker = "# SIG # Begin signature block";
export const endMarker = "# SIG # End signature block";

const bare = "sig#beginsignatureblock";

// PowerShell takes a comment for the beginning of a signature up to nine edits away from it, blanks aside.
const edits = 9;

/** Gives the place of the first comment that Windows could take for the beginning of a signature, or null. */
export function findMarker(text: string): { index: number; comment: string } | null {
  // A comment can begin anywhere in a line; whether this "#" does is not asked, since a here-string's
  // line misleads Windows too.
  for (let index = text.indexOf("#"); index >= 0; index = text.indexOf("#", index + 1)) {
    const comment = commentAt(text, index);
    if (isLike(comment)) return { index, comment };
  }
  return null;
}

function commentAt(text: string, start: number): string {
  const end = text.slice(start, start + longest).search(/[\r\n]/);
  return text.slice(start, end < 0 ? start + longest : start + end);
}

// Blanks do not count, so a line may be long; beyond this no one could take it for the marker.
const longest = 1000;

function isLike(comment: string): boolean {
  const letters = comment.slice(1).replace(/\s/g, "").toLowerCase();
  if (letters.replace(/^#+/, "").startsWith(bare)) return true;
  return Math.abs(letters.length - bare.length) <= edits && distance(letters, bare) <= edits;
}
