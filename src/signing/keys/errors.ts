export type KeyErrorFacts = {};
