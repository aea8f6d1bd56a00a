/**
 * Stand-ins, on a Windows machine only: the keys a script edits, and the tests' own keys it gets instead.
 * Everything else about the script stays as rendered.
 */
export const registryRoots = [
  ["SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters", "SOFTWARE\\portkeep-tests\\Tcpip\\Parameters"],
] as const;
