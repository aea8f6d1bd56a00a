import { scriptFor } from "./script.ts";

/** A backend whose list is a registry value: where it is, and what a script for it does there. */
export interface Backend {
  id: "reserved-ports" | "dns-exclusions";
  /** The Windows on which its tests run. */
  version: string;
  key: string;
  valueName: string;
  /** Exit code and facts of a change that does not count yet. */
  pending: { exitCode: number; rebootRequired: boolean; restart: string };
  script: Uint8Array;
}

const services = "HKLM\\SYSTEM\\CurrentControlSet\\Services";

export const reservedPorts: Backend = {
  id: "reserved-ports",
  version: "5.2",
  key: `${services}\\Tcpip\\Parameters`,
  valueName: "ReservedPorts",
  pending: { exitCode: 3010, rebootRequired: true, restart: "machine" },
  script: scriptFor(),
};

/** By a script that chooses on the machine. */
export const dnsExclusions: Backend = {
  id: "dns-exclusions",
  version: "6.3",
  key: `${services}\\DNS\\Parameters`,
  valueName: "SocketPoolExcludedPortRanges",
  pending: { exitCode: 3011, rebootRequired: false, restart: "dns" },
  script: scriptFor({ products: ["ias", "l2tp", "autd", "ipsec"] }),
};

// No stand-in is put into a real Windows.
export const registryBackends =
  process.platform === "win32" ? [reservedPorts] : [reservedPorts, dnsExclusions];

/** The backend that machines are made for and scripts run with; tests that say nothing have ReservedPorts. */
export const backend: Backend = { ...reservedPorts };

/** Has all that follows in this file use another backend. */
export function useBackend(next: Backend): void {
  Object.assign(backend, next);
}
