/** What each error about a file of certificates is made of. */
export interface CertificateErrorFacts {
  "certificate-unreadable": Record<never, never>;
  /** `found` says what the file holds in place of certificates, in the words of its PEM headers. */
  "certificate-missing": { found: string[] };
  "too-many-certificates": { limit: number };
}
