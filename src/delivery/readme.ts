import { aboutPackage } from "./about.ts";
import type { BundleFile, Package } from "./package.ts";
import { windowsText } from "./text.ts";
import { hashNote } from "./unread-hash.ts";

/** Gives a bundle's README: what the script does, then what to do with the bundle, which is Markdown of our own. */
export function readme(given: Package, { tool, text }: { tool: string; text: string }): BundleFile {
  const { title, description } = aboutPackage(given);
  const [first, ...others] = description.split("\n");
  const last = others.pop();
  const whole = `# ${title}: ${tool}\n\n${[first, others.join("\n"), last].join("\n\n")}.\n\n${text}`;
  return { path: "README.md", bytes: windowsText(whole) };
}

/** Gives what a README says of the trust that the machines must have in the signer, or of its lack. */
export function trustText(given: Package): string {
  return given.signer
    ? `${hashNote(given)}Windows runs a signed script only where it trusts the signer. Put the signer's certificate into *Trusted
Publishers*, and its root into *Trusted Root Certification Authorities* if it is your own, of each machine first.
Do not open and save the script: one changed byte, and Windows refuses it.`
    : `The script is not signed, so nothing tells Windows whether it was changed on its way. Sign it with
\`portkeep sign\`, and make the bundle again.`;
}
