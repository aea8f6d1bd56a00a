const longest = 200;

/** Gives the name of a certificate's subject or issuer, as Node.js has it, in one line and not too long. */
export function nameInLine(name: string | undefined): string {
  return (name ?? "").replaceAll("\n", ", ").slice(0, longest);
}
