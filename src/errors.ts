import type { DeliveryErrorFacts } from "./delivery/errors.ts";
import type { Obstacle } from "./files/cannot-write.ts";
import type { FleetErrorFacts } from "./fleet/errors.ts";
import type { SigningErrorFacts } from "./signing/errors.ts";

/**
 * What each error is made of. The command line turns facts into sentences; nothing else does. That the types of later
 * rooms are imported here, which every room imports, costs nothing at run time, and keeps all codes in one list.
 */
export interface ErrorFacts extends DeliveryErrorFacts, FleetErrorFacts, SigningErrorFacts {
  "port-not-a-range": { text: string };
  "port-too-high": { text: string };
  "port-zero": { text: string };
  "port-reversed": { text: string; low: number; high: number };
  "port-below-pool": { text: string; lowest: number };
  "label-too-long": { label: string; longest: number };
  "label-characters": { label: string };
  "too-many-ports": { count: number; limit: number; limitWide: number };
  "nothing-chosen": Record<never, never>;
  "unknown-product": { id: string; known: string[] };
  "unknown-system": { id: string; known: string[] };
  /** `by` is the id of a bundle, or `os`. */
  "system-conflict": { claims: { by: string; system: string }[] };
  "product-not-on-system": {
    product: string;
    name: string;
    system: string | null;
    allowed: (Named & { powershell: boolean })[];
  };
  "no-powershell": { system: string; name: string };
  /** `name` is of the system, null where none is chosen. */
  "vbs-not-needed": { name: string | null };
  "not-in-vbs": { option: string };
  "vbs-not-signed": Record<never, never>;
  /** `backends` are the ways that work there. */
  "no-backend": { system: string; name: string; wanted: string; backends: string[] };
  "script-too-large": { bytes: number; limit: number };
  "cannot-write": { file: string; cause: string; obstacle: Obstacle };
  /** `ending` begins with a dot. */
  "output-ending": { file: string; ending: string };
  "stdout-taken": Record<never, never>;
  "stdout-failed": { cause: string };
  "file-missing": Record<never, never>;
  "file-unreadable": { cause: string };
  "file-too-large": { limit: number };
  "file-empty": Record<never, never>;
  "not-a-file": { kind: "folder" | "pipe" | "device" };
  "wide-text": Record<never, never>;
  "not-utf8": Record<never, never>;
  "control-character": { code: number };
  "line-too-long": { limit: number };
  "csv-quote-open": Record<never, never>;
  "csv-quote-inside": Record<never, never>;
  "yaml-syntax": { problem: string };
  "yaml-feature": { feature: "alias" | "anchor" | "tag" | "directive" | "document" | "merge" };
  "too-deep": { limit: number };
  "duplicate-key": { key: string };
  "key-not-text": Record<never, never>;
  "unknown-key": { key: string; known: string[] };
  "missing-key": { key: string };
  "wrong-type": { wanted: Kind; found: Kind };
  "wrong-form": { text: string; form: Form };
  "text-too-long": { text: string; longest: number };
  "list-empty": Record<never, never>;
  "id-taken": { id: string; builtIn: boolean };
  "unknown-reference": { list: "products" | "systems" | "sources"; id: string; known: string[] };
  "product-without-rows": { product: string };
  "product-not-in-bundle": { bundle: string; product: string; system: string; systems: string[] };
  "system-too-new": { version: string };
  "not-a-script": Record<never, never>;
  "script-cut-off": Record<never, never>;
  "value-not-allowed": { value: string; allowed: string[] };
  "not-a-number": { text: string; low: number; high: number };
  "unknown-command": { command: string; known: string[] };
  "unknown-option": { option: string; similar: string[] };
  "option-without-value": { option: string };
  "option-missing": { option: string };
  "argument-missing": { argument: string };
  "option-repeated": Record<never, never>;
  "too-many-arguments": { command: string; expected: number; given: number };
  /** What the library that reads the command line says where it has no code of the above. */
  usage: { message: string };
}

/** What kind of value a file holds somewhere. */
export type Kind = "text" | "number" | "yes-no" | "list" | "map" | "nothing";

/** What a text in a file is meant to be. */
export type Form = "id" | "label" | "text" | "ports" | "version" | "date" | "url";

interface Named {
  id: string;
  name: string;
}

export type ErrorCode = keyof ErrorFacts;

/** Where the cause of an error stands: what was given on the command line, or a spot in a file. */
export type Place = { option: string } | FilePlace;

export interface FilePlace {
  file: string;
  line?: number;
  column?: number;
  /** The way to the value, such as `rows[2].ports`. */
  path?: string;
  /** The line with its neighbours, for a person to look at. */
  frame?: string;
}

/** A failure that the user can mend. */
export class PortkeepError<Code extends ErrorCode = ErrorCode> extends Error {
  override readonly name = "PortkeepError";
  readonly exitCode = 2;

  constructor(
    readonly code: Code,
    readonly facts: ErrorFacts[Code],
    /** Filled in by whoever knows it, which the thrower need not. */
    public place: Place | null = null,
  ) {
    // Without the facts: a file can have thousands of errors, each with long lists.
    super(code);
  }
}

/** Gives what `work` gives. A PortkeepError from it that has no place yet gets this one. */
export function at<Result>(place: Place, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    return throwAt(place)(error);
  }
}

/** Gives a handler that throws an error again, a PortkeepError without a place with this one. */
export function throwAt(place: Place): (error: unknown) => never {
  return (error) => {
    if (error instanceof PortkeepError) error.place ??= place;
    throw error;
  };
}
