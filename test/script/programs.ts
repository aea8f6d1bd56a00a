import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { toUnix } from "../rig/prefix.ts";
import { sharedHost } from "../rig/shared.ts";

/** Programs of Wine that take the place of another, with what they make of any arguments. */
export const succeedsDoingNothing = "where.exe";
export const fails = "hostname.exe";

// By default Wine takes its own program for a name that it knows.
const overridesKey = "HKCU\\Software\\Wine\\DllOverrides";

/** Does the work while a program of Windows is missing, or is another one. */
export async function withoutProgram<T>(
  name: string,
  other: string | undefined,
  work: () => Promise<T>,
): Promise<T> {
  const path = programPath(name);
  const { registry } = await sharedHost("windows");
  renameSync(path, `${path}.away`);
  await registry.set(overridesKey, name, "String", "native");
  try {
    if (other) writeFileSync(path, unmarked(readFileSync(programPath(other))));
    return await work();
  } finally {
    renameSync(`${path}.away`, path);
    await registry.delete(overridesKey, name);
  }
}

function programPath(name: string): string {
  return join(toUnix("C:\\windows\\system32"), name);
}

// For a file with this mark Wine takes its own program of that name.
function unmarked(program: Buffer): Buffer {
  const mark = program.indexOf("Wine builtin DLL");
  if (mark === -1) throw new Error("not a program of Wine");
  return program.fill(0, mark, mark + "Wine builtin DLL".length);
}
