/** What each error about a text that is to be signed is made of. */
export interface AuthenticodeErrorFacts {
  "text-not-signable": { encoding: "no-mark" | "utf-16be" | "damaged" };
  /** `comment` is what Windows takes, or may take, for the beginning of a signature. */
  "marker-in-text": { line: number; comment: string };
}
