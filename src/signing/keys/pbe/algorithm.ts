import type { AlgorithmIdentifier } from "@peculiar/asn1-x509";
import { PortkeepError } from "../../../errors.ts";
import { parseAsn1 } from "../../asn1.ts";

/** Gives an algorithm's parameters in this form. Throws where they have another. */
export function parametersOf<Form>({ parameters }: AlgorithmIdentifier, form: new () => Form): Form {
  return parseAsn1(parameters ?? new ArrayBuffer(0), form);
}

/** Gives what a table has for an algorithm. Throws `key-cipher-unsupported` for one that it has not. */
export function known<Entry>(table: Record<string, Entry>, { algorithm }: AlgorithmIdentifier): Entry {
  const entry = Object.hasOwn(table, algorithm) ? table[algorithm] : undefined;
  if (entry === undefined) throw new PortkeepError("key-cipher-unsupported", { cipher: algorithm });
  return entry;
}
