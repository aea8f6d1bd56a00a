import { PortkeepError } from "../../errors.ts";

const longest = 200;

/** Gives the address of a timestamp authority. Throws `timestamp-address`. */
export function parseAddress(text: string): URL {
  const address = URL.canParse(text) ? new URL(text) : null;
  if (!address) throw new PortkeepError("timestamp-address", { address: withoutUser(text), problem: "form" });
  const problem = problemOf(address);
  if (problem) throw new PortkeepError("timestamp-address", { address: shownAddress(address), problem });
  return address;
}

/** Gives where a redirect from `address` leads, or null where a query must not go. */
export function redirectTarget(location: string | null, address: URL): URL | null {
  if (location === null || !URL.canParse(location, address.href)) return null;
  const target = new URL(location, address);
  return problemOf(target) ? null : target;
}

/** Gives an address without what may be a secret (user, password, query), at most 200 characters of it. */
export function shownAddress({ protocol, host, pathname }: URL): string {
  return `${protocol}//${host}${pathname}`.slice(0, longest);
}

function problemOf({ protocol, username, password }: URL): "scheme" | "credentials" | null {
  if (protocol !== "http:" && protocol !== "https:") return "scheme";
  return username || password ? "credentials" : null;
}

function withoutUser(text: string): string {
  return text.slice(text.lastIndexOf("@") + 1).slice(0, longest);
}
