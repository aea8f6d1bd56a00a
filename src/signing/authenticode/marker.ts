import { distance } from "fastest-levenshtein";

const bare = "sig#beginsignatureblock";

// PowerShell takes a comment for the beginning of a signature up to nine edits away from it, blanks aside.
const edits = 9;

/** Gives the place of the first comment that Windows could take for the beginning of a signature, or null. */
export function findMarker(text: string): { index: number; comment: string } | null {
  // A comment can begin anywhere in a line; whether this "#" does is not asked, since a here-string's
  // line misleads Windows too.
  for (let index = text.indexOf("#"); index >= 0; index = text.indexOf("#", index + 1)) {
    if (isLike(lettersAt(text, index + 1))) return { index, comment: commentAt(text, index) };
  }
  return null;
}

// Blanks do not count, and of the letters no more than it takes to tell: a line may be long, and begin many comments.
const firstLetters = new RegExp(`(?:[^\\S\\r\\n]*\\S){0,${bare.length + edits + 1}}`, "y");

function lettersAt(text: string, start: number): string {
  firstLetters.lastIndex = start;
  const [letters = ""] = firstLetters.exec(text) ?? [];
  return letters.replace(/\s/g, "").toLowerCase();
}

function isLike(letters: string): boolean {
  if (letters.startsWith(bare)) return true;
  return Math.abs(letters.length - bare.length) <= edits && distance(letters, bare) <= edits;
}

// What is told of a comment.
const longest = 1000;

function commentAt(text: string, start: number): string {
  const [comment = ""] = text.slice(start, start + longest).split(/[\r\n]/, 1);
  return comment;
}
