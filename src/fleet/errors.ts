/** What each error about lists of sites is made of. */
export interface FleetErrorFacts {
  "site-id-form": { id: string };
  /** An id that Windows takes for a device, whatever follows its first dot. */
  "site-id-device": { id: string };
  /** `line` is where the one stands that has it. */
  "site-id-taken": { id: string; line: number };
  "site-without-choice": Record<never, never>;
  /** A system that no PowerShell script can run on. */
  "site-without-powershell": { name: string };
  "row-cells": { found: number; wanted: number };
  /** A line of JSON Lines that is no JSON. */
  "json-line": Record<never, never>;
  /** A list that is read whole, and has more sites or bytes than that allows. */
  "sites-too-many": { limit: number; limitBytes: number };
  /** Nothing tells in which form a list is; `forms` are those that can be named. */
  "sites-form": { forms: string[] };
  "sites-none": Record<never, never>;
}
