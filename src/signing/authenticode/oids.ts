/** Microsoft's, of Authenticode. */
export const indirectDataOid = "1.3.6.1.4.1.311.2.1.4";
export const sipInfoOid = "1.3.6.1.4.1.311.2.1.30";
export const statementTypeOid = "1.3.6.1.4.1.311.2.1.11";
export const individualOid = "1.3.6.1.4.1.311.2.1.21";
export const opusInfoOid = "1.3.6.1.4.1.311.2.1.12";
export const nestedSignatureOid = "1.3.6.1.4.1.311.2.4.1";
/** Unsigned attributes with a timestamp: RFC 3161, and the older counter-signature. */
export const timestampOid = "1.3.6.1.4.1.311.3.3.1";
export const counterSignatureOid = "1.2.840.113549.1.9.6";
