const longest = 200;

/** Gives the name of a certificate's subject or issuer in one line. For an empty one Node.js has undefined. */
export function wholeName(name: string | undefined): string {
  // Node.js escapes what is special within a part, line breaks included.
  return (name ?? "").replaceAll("\n", ", ");
}

/** Gives such a name as it is told: not too long. */
export function nameInLine(name: string | undefined): string {
  return wholeName(name).slice(0, longest);
}
