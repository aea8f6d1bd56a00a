export type AuthenticodeErrorFacts = {};
