/** The hashes a script can be signed with; SHA-1 is for Windows Server 2003 alone. */
export const hashes = ["sha256", "sha384", "sha1"] as const;

export type HashName = (typeof hashes)[number];

/** The hashes that are met in signatures by others too, under their object identifiers. */
export const digestOids = {
  sha1: "1.3.14.3.2.26",
  sha256: "2.16.840.1.101.3.4.2.1",
  sha384: "2.16.840.1.101.3.4.2.2",
  sha512: "2.16.840.1.101.3.4.2.3",
} as const;

export type DigestName = keyof typeof digestOids;

/** Gives a hash by its object identifier, or null for one that is not known or not trusted. */
export function digestOf(oid: string): DigestName | null {
  return (Object.keys(digestOids) as DigestName[]).find((name) => digestOids[name] === oid) ?? null;
}
