/** What each error about lists of sites is made of. */
export interface FleetErrorFacts {
  "site-id-form": { id: string };
  /** An id that Windows takes for a device, whatever follows its first dot. */
  "site-id-device": { id: string };
  /** `line` is where the one stands that has it; null for one that is not written yet. */
  "site-id-taken": { id: string; line: number | null };
  "site-without-choice": Record<never, never>;
  /** A system that no PowerShell script can run on. */
  "site-without-powershell": { name: string };
  "cell-without-column": { text: string };
  /** A line of JSON Lines that is no JSON. */
  "json-line": Record<never, never>;
  /** A list that is read whole, and has more sites or bytes than that allows. */
  "sites-too-many": { limit: number; limitBytes: number };
  /** Nothing tells in which form a list is; `forms` are those that can be named. */
  "sites-form": { forms: string[] };
  "sites-none": Record<never, never>;
  /** Nothing tells in which of these forms a list is to be written. */
  "sites-form-unwritten": { forms: string[] };
  /** A CSV file that has no place for what a site says. */
  "sites-column-missing": { keys: string[] };
  /** The seal of a fleet's manifest is something else, or damaged. */
  "not-a-seal": Record<never, never>;
  /** A list that would not read as it did, with the new sites after it. */
  "sites-not-extended": Record<never, never>;
  /** A list that another run adds to, or did when it was ended: `lock` is the file that says so. */
  "sites-locked": { lock: string };
  /** A fleet's folder in which another build is at work, or was: `lock` is the file that says so. */
  "fleet-locked": { lock: string };
  /** The answers ended before the last question. */
  "answers-ended": Record<never, never>;
  /** There is nobody to ask for what options do not say. */
  "answers-needed": Record<never, never>;
}
