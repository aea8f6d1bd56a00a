import type { BundleFile } from "../../../src/delivery/package.ts";

/** A backup in a bundle's folder `backup`. */
export interface Backup {
  id: string;
  /** By their paths in the backup. */
  files: Map<string, Buffer>;
  /** Those that an import puts into SYSVOL, by their paths in the policy's folder. */
  sysvol: BundleFile[];
  /** What an import registers the policy's settings with. */
  extensions: string;
}

const sysvol = "DomainSysvol/GPO/";

/** Gives the backups of a bundle, in the order of the manifest. */
export function backupsOf(bundle: readonly BundleFile[]): Backup[] {
  const manifest = bundle.find(({ path }) => path === "backup/manifest.xml");
  const ids = [...String(manifest && Buffer.from(manifest.bytes)).matchAll(/<ID>(.*?)<\/ID>/g)];
  return ids.map(([, id = ""]) => {
    const start = `backup/${id}/`;
    const own = bundle.filter(({ path }) => path.startsWith(start));
    const files = new Map(own.map(({ path, bytes }) => [path.slice(start.length), Buffer.from(bytes)]));
    const [, extensions = ""] =
      /<MachineExtensionGuids>(.*?)<\/MachineExtensionGuids>/.exec(String(files.get("Backup.xml"))) ?? [];
    const inSysvol = [...files].filter(([path]) => path.startsWith(sysvol));
    return {
      id,
      files,
      sysvol: inSysvol.map(([path, bytes]) => ({ path: path.slice(sysvol.length), bytes })),
      extensions,
    };
  });
}
