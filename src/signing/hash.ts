/** The hashes a script can be signed with; SHA-1 is for Windows Server 2003 alone. */
export const hashes = ["sha256", "sha384", "sha1"] as const;

export type HashName = (typeof hashes)[number];
