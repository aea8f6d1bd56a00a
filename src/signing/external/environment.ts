/**
 * Gives the environment for a command: the caller's, without the variables named in `withhold`, and without our
 * own, which may hold secrets that a command has no need of.
 */
export function childEnvironment(
  env: NodeJS.ProcessEnv,
  withhold: readonly string[] = [],
): Record<string, string> {
  // Windows knows each variable by any case of its name.
  const withheld = new Set(withhold.map((name) => name.toUpperCase()));
  const entries = Object.entries(env).filter(
    ([name]) => !withheld.has(name.toUpperCase()) && !/^PORTKEEP_/i.test(name),
  );
  return Object.fromEntries(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
