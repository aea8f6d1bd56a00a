/**
 * Stand-ins, on a Windows machine only: the keys that a script or a test names, and the tests' own keys that both
 * get instead. The volatile key's stand-in is not volatile. And no test may restart such a machine: the program
 * that would is replaced by one that fails.
 */
export const registryRoots: readonly (readonly [from: string, to: string])[] =
  process.platform === "win32"
    ? [
        ["SYSTEM\\CurrentControlSet\\Services", "SOFTWARE\\portkeep-tests\\Services"],
        ["SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion", "SOFTWARE\\portkeep-tests\\CurrentVersion"],
        ["HARDWARE\\DESCRIPTION\\System", "SOFTWARE\\portkeep-tests\\Volatile"],
        ["shutdown.exe", "where.exe"],
      ]
    : [];
