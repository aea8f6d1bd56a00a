import type { z } from "zod";
import { type Form, type Kind, PortkeepError } from "../errors.ts";
import { type Path, pathText, type SourceDocument } from "./document.ts";

/** Something wrong with a value, or with a key. */
export interface Fault {
  error: PortkeepError;
  path: Path;
  what?: "key" | "value";
}

const most = 20;

/** Gives a document's value in a schema's form. Throws an AggregateError of what is wrong with it. */
export function checkDocument<Value>(document: SourceDocument, schema: z.ZodType<Value>): Value {
  const result = schema.safeParse(document.value);
  if (result.success) return result.data;
  const faults = result.error.issues.flatMap((issue) => faultsFrom(issue, document.value, schema));
  throw inOrder(
    faults.filter((fault) => !isMisspelt(fault, faults)),
    document,
  );
}

// Where a key is missing and another is unknown, the one is most likely meant by the other.
function isMisspelt({ error, path }: Fault, faults: readonly Fault[]): boolean {
  const beside = (fault: Fault) => pathText(fault.path.slice(0, -1)) === pathText(path);
  return error.code === "missing-key" && faults.some((fault) => fault.what === "key" && beside(fault));
}

/** Gives the first faults as one error, each at its place, in the order of the file. */
export function inOrder(faults: readonly Fault[], document: SourceDocument): AggregateError {
  const placed = faults.slice(0, most).map(({ error, path, what }) => {
    const place = document.placeOf(path, what);
    error.place = place;
    return { error, ...place };
  });
  placed.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  return new AggregateError(placed.map(({ error }) => error));
}

function faultsFrom(issue: z.core.$ZodIssue, root: unknown, schema: z.ZodType): Fault[] {
  const path = issue.path as Path;
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(schema, path);
    return issue.keys.map((key) => {
      return { error: new PortkeepError("unknown-key", { key, known }), path: [...path, key], what: "key" };
    });
  }
  const value = path.reduce((at, step) => (at as Record<string, unknown>)[step], root);
  if (value !== undefined) return [{ error: errorFor(issue, value), path }];
  return [{ error: new PortkeepError("missing-key", { key: String(path.at(-1)) }), path: path.slice(0, -1) }];
}

function errorFor(issue: z.core.$ZodIssue, value: unknown): PortkeepError {
  const text = String(value);
  switch (issue.code) {
    case "invalid_format":
      // A pattern is named by its message; dates and the like by their format.
      return new PortkeepError("wrong-form", {
        text,
        form: (issue.format === "regex" ? issue.message : issue.format) as Form,
      });
    case "invalid_value":
      return new PortkeepError("value-not-allowed", { value: text, allowed: issue.values.map(String) });
    case "too_big":
      return new PortkeepError("text-too-long", { text, longest: Number(issue.maximum) });
    case "too_small":
      return new PortkeepError("list-empty", {});
    default:
      return new PortkeepError("wrong-type", {
        wanted: kinds[issue.code === "invalid_type" ? issue.expected : ""] ?? "text",
        found: kindOf(value),
      });
  }
}

const kinds: Record<string, Kind> = { string: "text", array: "list", object: "map", boolean: "yes-no" };

function kindOf(value: unknown): Kind {
  if (value === null) return "nothing";
  return Array.isArray(value) ? "list" : (kinds[typeof value] ?? "number");
}

interface Definition {
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
}

/** Gives the keys that a schema has for the map at a path. */
function keysAt(schema: z.ZodType | undefined, path: Path): string[] {
  const { innerType, element, shape = {} } = (schema?._zod.def ?? {}) as Definition;
  if (innerType) return keysAt(innerType, path);
  const [step, ...rest] = path;
  if (step === undefined) return Object.keys(shape);
  return keysAt(element ?? shape[step], rest);
}
