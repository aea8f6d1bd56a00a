import { counted, grouped } from "./words.ts";

/** What --help says of many sites, in English. */
export const buildHelp = {
  summary: "render and sign the scripts of many sites",
  description:
    "Renders one script for each distinct choice in a list of sites, signs it, and writes a manifest that names each site's script. What is there already is not made again.",
  examples: `Examples:
  portkeep build sites.csv --sign-pfx signer.pfx -o fleet
  portkeep build sites.jsonl --sign-pfx signer.pfx --for raw,gpo -o fleet
  portkeep build sites.yaml --strict --json
`,
  sites:
    "the list of sites: CSV or JSON Lines of any length, YAML or JSON up to 10,000; - for standard input",
  output: "the folder for scripts, bundles and manifest (default: out/fleet)",
  format: "the form of the list where its name does not tell: csv, jsonl, yaml or json",
  for: "also make bundles for a tool, as portkeep package does; repeat it or separate by commas",
  strict: "make nothing more at the first bad site (otherwise it is told and left out)",
  table: "your own conflict table, YAML or JSON, on top of the built-in one",
  allowWide: "allow sites more than 1,024 own ports (1,999 at most)",
};

/** What --help says of the ready-made set, in English. */
export const catalogHelp = {
  summary: "render and sign the ready-made set",
  description:
    "Builds the scripts that most servers need, in each language: every combination of the products in KB 956189 for its systems that can have it, and for any Windows; each other product by itself; with catalog.json for the download page.",
  examples: `Examples:
  portkeep catalog --sign-pfx signer.pfx -o catalog
  portkeep catalog --sign-pfx signer.pfx --for raw,gpo,intune-win32 -o catalog
  portkeep catalog --os windows-server-2003 --sign-pfx signer.pfx --hash sha1 -o catalog-2003
`,
  output: "the folder for it (default: out/catalog)",
  for: "the tools to make bundles for (default: raw); repeat it or separate by commas",
  os: "only the scripts for this system, any for those that name none; repeat it or separate by commas",
};

/** What is said of many sites, in English. */
export const buildReport = {
  progress: (sites: number, rate: number, left: number | null) => {
    const end = left === null ? "" : `, ${duration(left)} left`;
    return `${counted(sites, "site")}, ${grouped(rate)} a second${end}`;
  },
  made: (sites: number, { all, new: made, kept }: Record<"all" | "new" | "kept", number>) =>
    `${counted(sites, "site")} with ${counted(all, "distinct script")}: ${grouped(made)} made now, ${grouped(kept)} there already.`,
  failed: (count: number) => `${counted(count, "site")} left out: see the errors above.`,
  untold: (count: number) => `${grouped(count)} more of the same kind, which are not shown.`,
  manifest: (serial: number, isNew: boolean) =>
    isNew ? `The manifest has the serial number ${serial}.` : `The manifest ${serial} is as it was.`,
  replaced: (scripts: number) =>
    `${counted(scripts, "script")} replaced: what was there had been changed, or was not signed as asked for now.`,
  replacedBundles: (bundles: number) =>
    `${counted(bundles, "bundle")} replaced: what was there had been changed, or was made with another signature.`,
  restored: (file: string, serial: number) =>
    `${file} was missing or had been changed. The manifest ${serial} is put back as it was sealed.`,
  noManifest: "No site has a script, so the manifest that was there, if any, stays as it was.",
  unsigned:
    "the scripts and the manifest are not signed, so nothing tells whether they were changed. Add --sign-pfx FILE, or another key.",
  unreadableHash: (scripts: number) =>
    `as far as is known, Windows Server 2003 and Small Business Server 2003 read no signature of a script but one with SHA-1, so under the policy AllSigned they refuse ${counted(scripts, "script")} of these: make those in a folder of their own with --hash sha1, for such servers alone, since SHA-1 proves nothing against forgers; or run them where the policy asks for no signature.`,
  open: (page: string) => `Next, open ${page} in a browser.`,
  next: "Next, wherever the folder is used, check the manifest:",
};

function duration(seconds: number): string {
  return seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
