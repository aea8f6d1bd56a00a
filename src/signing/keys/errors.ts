import type { CertificateErrorFacts } from "../certificates/errors.ts";

export interface KeyErrorFacts extends CertificateErrorFacts {}
