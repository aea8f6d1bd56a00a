import { AsnProp, AsnPropTypes } from "@peculiar/asn1-schema";
import { AlgorithmIdentifier } from "@peculiar/asn1-x509";
import { parseAsn1 } from "../asn1.ts";
import { digestOf } from "../hash.ts";

/** How far the hash under a certificate's signature can be trusted. */
export type HashStrength = "strong" | "sha1" | "weak";

/** Judges a certificate's signature algorithm; one that is not known here counts as weak. */
export function hashStrength({ algorithm, parameters }: AlgorithmIdentifier): HashStrength {
  if (algorithm === "1.2.840.113549.1.1.10") return pssStrength(parameters);
  if (sha1.has(algorithm)) return "sha1";
  return strong.has(algorithm) ? "strong" : "weak";
}

function pssStrength(parameters: AlgorithmIdentifier["parameters"]): HashStrength {
  const { hash } = parameters ? parseAsn1(parameters, PssParameters) : new PssParameters();
  const name = hash ? digestOf(hash.algorithm) : "sha1";
  return name === null ? "weak" : name === "sha1" ? "sha1" : "strong";
}

/** The parameters of RSASSA-PSS, of which only the hash matters here. */
class PssParameters {
  hash?: AlgorithmIdentifier;
  mask?: ArrayBuffer;
  saltLength?: ArrayBuffer;
  trailer?: ArrayBuffer;
}
AsnProp({ type: AlgorithmIdentifier, context: 0, optional: true })(PssParameters.prototype, "hash");
for (const [index, part] of ["mask", "saltLength", "trailer"].entries()) {
  AsnProp({ type: AsnPropTypes.Any, context: index + 1, optional: true })(PssParameters.prototype, part);
}

const strong = new Set([
  ...["1.2.840.113549.1.1.11", "1.2.840.113549.1.1.12", "1.2.840.113549.1.1.13"], // RSA with SHA-256, 384, 512
  ...["1.2.840.10045.4.3.2", "1.2.840.10045.4.3.3", "1.2.840.10045.4.3.4"], // ECDSA with SHA-256, 384, 512
  ...["1.3.101.112", "1.3.101.113"], // Ed25519, Ed448
]);

const sha1 = new Set([
  ...["1.2.840.113549.1.1.5", "1.3.14.3.2.29"], // RSA, under either name
  ...["1.2.840.10045.4.1", "1.2.840.10040.4.3"], // ECDSA, DSA
]);
