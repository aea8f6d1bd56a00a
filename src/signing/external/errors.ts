export type ExternalErrorFacts = {};
