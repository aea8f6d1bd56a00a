/** What a signer's certificate has to be for: object identifiers of extended key usages. */
export const codeSigning = "1.3.6.1.5.5.7.3.3";
export const timeStamping = "1.3.6.1.5.5.7.3.8";

/** Stands for every usage; it counts in the certificates of authorities, where it limits nothing. */
export const anyUsage = "2.5.29.37.0";
