import type { Package } from "./package.ts";
import { markdownText } from "./text.ts";

/** Gives what a README says of the machines that Intune manages, in Markdown: it may not know the script's own. */
export function intuneMachines({ plan: { system } }: Package): string {
  const known = `Intune manages Windows 10, version 1607, and later. Make sure that it manages the machines that this is for: it does
not enrol every edition of Windows Server.`;
  return system && Number(system.version) < 10
    ? `${known} **This script is made for ${markdownText(system.name)}, which Intune does not manage:** choose another tool
for it, or render a script for a later Windows.`
    : known;
}
