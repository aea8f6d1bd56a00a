/** What a card says of every script in one format, as Markdown of our own. */
export interface Rules {
  /** Each that the script takes, and its values. */
  parameters: readonly (readonly string[])[];
  /** How these are given, and what else the script reads. */
  input: string;
  /** Each that the script ends with, and its meaning. */
  exitCodes: readonly (readonly string[])[];
  /** What else can keep the script from running. */
  refusers: string;
}
