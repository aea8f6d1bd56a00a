import type { Recipe } from "../plan/choice.ts";
import type { DigestName } from "../signing/hash.ts";

/** The ready-made set as a page reads it: `catalog.json`. Every path is relative to that file, with `/` between its parts. */
export interface Catalog {
  schema: 1;
  /** The version of portkeep that rendered every script in it. */
  version: string;
  /** What changed in that version, as Markdown. */
  changes: string;
  /** Those that a script can be made for. */
  systems: Named[];
  products: Named[];
  /** Each parameter and exit code of every script, with its meaning as Markdown. */
  parameters: [name: string, meaning: string][];
  exitCodes: [code: string, meaning: string][];
  scripts: CatalogScript[];
}

interface Named {
  id: string;
  name: string;
}

/** One choice that the set has a script for. */
export interface CatalogScript {
  /** The SHA-256 of its text before it was signed, in lower-case hexadecimal digits. */
  id: string;
  /** What to call it when it is downloaded. */
  name: string;
  /** Identifies the choices, as the result line does. */
  settingsId: string;
  locale: Recipe["locale"];
  products: readonly string[];
  /** The system it was made for; null for any of `systems`. */
  os: string | null;
  /** Ids of the systems that it works on. */
  systems: readonly string[];
  backend: Recipe["backend"];
  ranges: CatalogRange[];
  /** The script as each signer signed it: one, unless two sets were put together. */
  copies: CatalogCopy[];
  /** Zip archives, one for each tool. */
  bundles: (CatalogFile & { target: string })[];
}

interface CatalogFile {
  path: string;
  bytes: number;
  sha256: string;
}

export interface CatalogCopy extends CatalogFile {
  /** Null for a script that is not signed. */
  signer: CatalogSigner | null;
  /** The hash of the signature; null without one. */
  hash: DigestName | null;
  /** When the signature ends with its certificate, in ISO 8601; null without one, and where a timestamp keeps it. */
  validTo: string | null;
  /** When an authority stamped the signature, in ISO 8601. */
  timestamp: string | null;
}

interface CatalogSigner {
  subject: string;
  /** Of the certificate, in lower-case hexadecimal digits. */
  sha256: string;
  /** The SHA-1 that Windows shows: to find a certificate by, not to prove it. */
  thumbprint: string;
}

interface CatalogRange {
  /** `low-high`, also for a single port. */
  range: string;
  reasons: {
    ports: string;
    who: string;
    source: string;
    products: readonly string[];
    class: string | null;
  }[];
}
