import { engines } from "../../package.json";

const oldest = engines.node.replace(">=", "");

/** Gives what to say where this version of Node.js is too old, or null. It imports nothing that an old one cannot run. */
export function refusalOf(version: string, argv: readonly string[]): string | null {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldest.split(".").map(Number);
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return null;
  return /--locale[= ]nl\b/.test(argv.join(" "))
    ? `fout: portkeep heeft Node.js ${oldest} of nieuwer nodig; dit is ${version}. Installeer een nieuwere van https://nodejs.org.`
    : `error: portkeep needs Node.js ${oldest} or later; this is ${version}. Install a later one from https://nodejs.org.`;
}
