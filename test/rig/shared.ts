import { type Host, startHost } from "./host.ts";
import type { HostKind } from "./launch.ts";
import { restartPrefix } from "./prefix.ts";

const hosts = new Map<HostKind, Promise<Host>>();

/** Gives this worker's host, started when first asked for and again after it was killed or died. */
export async function sharedHost(kind: HostKind): Promise<Host> {
  const host = await hosts.get(kind);
  if (host?.isOpen) {
    return host;
  }
  hosts.set(kind, startHost(kind));
  return sharedHost(kind);
}

/** Restarts this worker's Windows: its processes end, volatile keys go, the disk and the registry stay. */
export async function restartMachine(): Promise<void> {
  await (await hosts.get("windows"))?.kill();
  await restartPrefix();
}
