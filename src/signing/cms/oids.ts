export const signedDataOid = "1.2.840.113549.1.7.2";

/** Of signed attributes. */
export const contentTypeOid = "1.2.840.113549.1.9.3";
export const messageDigestOid = "1.2.840.113549.1.9.4";
export const signingTimeOid = "1.2.840.113549.1.9.5";

/** Of the algorithms that signatures name. */
export const rsaOid = "1.2.840.113549.1.1.1";
export const rsaWithOids = {
  sha1: "1.2.840.113549.1.1.5",
  sha256: "1.2.840.113549.1.1.11",
  sha384: "1.2.840.113549.1.1.12",
  sha512: "1.2.840.113549.1.1.13",
} as const;
export const ecdsaWithOids = {
  sha1: "1.2.840.10045.4.1",
  sha256: "1.2.840.10045.4.3.2",
  sha384: "1.2.840.10045.4.3.3",
  sha512: "1.2.840.10045.4.3.4",
} as const;
