export type TimestampErrorFacts = {};
