/** Gives the environment for a command: the caller's, without our own variables, which may hold secrets. */
export function childEnvironment(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      // Windows knows each variable by any case of its name.
      value === undefined || /^PORTKEEP_/i.test(name) ? [] : [[name, value]],
    ),
  );
}
