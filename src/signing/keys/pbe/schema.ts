import { AsnProp, AsnPropTypes, OctetString } from "@peculiar/asn1-schema";
import { AlgorithmIdentifier } from "@peculiar/asn1-x509";

// The parameters of PKCS#5 (RFC 8018), of its scrypt (RFC 7914), and of PKCS#12 (RFC 7292).

/** Of PBES2: how the key is derived, and the cipher. PBMAC1 has the same form, with a MAC for the cipher. */
export class Pbes2Parameters {
  keyDerivation = new AlgorithmIdentifier();
  scheme = new AlgorithmIdentifier();
}
AsnProp({ type: AlgorithmIdentifier })(Pbes2Parameters.prototype, "keyDerivation");
AsnProp({ type: AlgorithmIdentifier })(Pbes2Parameters.prototype, "scheme");

export class Pbkdf2Parameters {
  salt = new OctetString();
  iterations: number | string = 0;
  keyLength?: number | string;
  /** HMAC with SHA-1 where it is left out. */
  pseudoRandom?: AlgorithmIdentifier;
}
AsnProp({ type: OctetString })(Pbkdf2Parameters.prototype, "salt");
AsnProp({ type: AsnPropTypes.Integer })(Pbkdf2Parameters.prototype, "iterations");
AsnProp({ type: AsnPropTypes.Integer, optional: true })(Pbkdf2Parameters.prototype, "keyLength");
AsnProp({ type: AlgorithmIdentifier, optional: true })(Pbkdf2Parameters.prototype, "pseudoRandom");

export class ScryptParameters {
  salt = new OctetString();
  cost: number | string = 0;
  blockSize: number | string = 0;
  parallelization: number | string = 0;
  keyLength?: number | string;
}
AsnProp({ type: OctetString })(ScryptParameters.prototype, "salt");
AsnProp({ type: AsnPropTypes.Integer })(ScryptParameters.prototype, "cost");
AsnProp({ type: AsnPropTypes.Integer })(ScryptParameters.prototype, "blockSize");
AsnProp({ type: AsnPropTypes.Integer })(ScryptParameters.prototype, "parallelization");
AsnProp({ type: AsnPropTypes.Integer, optional: true })(ScryptParameters.prototype, "keyLength");

export class Pkcs12PbeParameters {
  salt = new OctetString();
  iterations: number | string = 0;
}
AsnProp({ type: OctetString })(Pkcs12PbeParameters.prototype, "salt");
AsnProp({ type: AsnPropTypes.Integer })(Pkcs12PbeParameters.prototype, "iterations");
