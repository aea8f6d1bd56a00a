import { type Entry, entryPath } from "./catalog.ts";
import { element } from "./element.ts";

const entries = new Map<string, Entry>();

// Where the browser knows trusted types, the page's policy lets it load entries and nothing else.
interface TrustedTypes {
  createPolicy(name: string, rules: object): { createScriptURL(address: string): string };
}
const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
const rules = {
  createScriptURL(address: string): string {
    if (/^scripts\/[0-9a-f]{64}\/entry\.js$/.test(address)) return address;
    throw new TypeError(`not an entry: ${address}`);
  },
};
const policy = trustedTypes?.createPolicy("portkeep", rules) ?? rules;

/** Gives all about a ready-made script, or null where its file is missing. */
export async function loadEntry(id: string): Promise<Entry | null> {
  if (!entries.has(id)) {
    globalThis.portkeepEntry = (entry) => entries.set(entry.id, entry);
    await new Promise<void>((resolve) => {
      const script = element("script");
      script.addEventListener("load", () => resolve());
      script.addEventListener("error", () => resolve());
      script.src = policy.createScriptURL(entryPath(id));
      document.head.append(script);
    });
  }
  return entries.get(id) ?? null;
}
