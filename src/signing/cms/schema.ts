import { AsnProp, AsnPropTypes, AsnType, AsnTypeTypes, OctetString } from "@peculiar/asn1-schema";
import { signedDataOid } from "./oids.ts";
import { verbatim } from "./verbatim.ts";

// PKCS#7 1.5 and RFC 5652, as far as a signature needs them. What another part judges, or what must come
// out as it went in (certificates, names, attribute values), is kept as the DER that it is.

const any = { type: AsnPropTypes.Any, converter: verbatim } as const;

export class AlgorithmIdentifier {
  algorithm = "";
  /** DER, or null for NULL; undefined where they are left out, as ECDSA's are. */
  parameters?: ArrayBuffer | null;
}
AsnProp({ type: AsnPropTypes.ObjectIdentifier })(AlgorithmIdentifier.prototype, "algorithm");
AsnProp({ ...any, optional: true })(AlgorithmIdentifier.prototype, "parameters");

export class Attribute {
  type = "";
  values: ArrayBuffer[] = [];
}
AsnProp({ type: AsnPropTypes.ObjectIdentifier })(Attribute.prototype, "type");
AsnProp({ ...any, repeated: "set" })(Attribute.prototype, "values");

/** A list of attributes by itself: what is hashed has this tag, and not the one inside a SignerInfo. */
export class Attributes extends Array<Attribute> {}
AsnType({ type: AsnTypeTypes.Set, itemType: Attribute })(Attributes);

export class SignerInfo {
  version = 1;
  /** IssuerAndSerialNumber, or a SubjectKeyIdentifier in [0]. */
  sid = new ArrayBuffer(0);
  digestAlgorithm = new AlgorithmIdentifier();
  signedAttributes?: Attribute[];
  signatureAlgorithm = new AlgorithmIdentifier();
  signature = new OctetString();
  unsignedAttributes?: Attribute[];
}
AsnProp({ type: AsnPropTypes.Integer })(SignerInfo.prototype, "version");
AsnProp(any)(SignerInfo.prototype, "sid");
AsnProp({ type: AlgorithmIdentifier })(SignerInfo.prototype, "digestAlgorithm");
attributes(0, "signedAttributes");
AsnProp({ type: AlgorithmIdentifier })(SignerInfo.prototype, "signatureAlgorithm");
AsnProp({ type: OctetString })(SignerInfo.prototype, "signature");
attributes(1, "unsignedAttributes");

function attributes(context: number, key: keyof SignerInfo): void {
  AsnProp({ type: Attribute, repeated: "set", context, implicit: true, optional: true })(
    SignerInfo.prototype,
    key,
  );
}

export class EncapsulatedContent {
  type = "";
  content?: ArrayBuffer;
}
AsnProp({ type: AsnPropTypes.ObjectIdentifier })(EncapsulatedContent.prototype, "type");
AsnProp({ ...any, context: 0, optional: true })(EncapsulatedContent.prototype, "content");

export class SignedData {
  version = 1;
  digestAlgorithms: AlgorithmIdentifier[] = [];
  encapsulated = new EncapsulatedContent();
  certificates?: ArrayBuffer[];
  revocationLists?: ArrayBuffer[];
  signerInfos: SignerInfo[] = [];
}
AsnProp({ type: AsnPropTypes.Integer })(SignedData.prototype, "version");
AsnProp({ type: AlgorithmIdentifier, repeated: "set" })(SignedData.prototype, "digestAlgorithms");
AsnProp({ type: EncapsulatedContent })(SignedData.prototype, "encapsulated");
anySet(0, "certificates");
anySet(1, "revocationLists");
AsnProp({ type: SignerInfo, repeated: "set" })(SignedData.prototype, "signerInfos");

function anySet(context: number, key: keyof SignedData): void {
  AsnProp({ ...any, repeated: "set", context, implicit: true, optional: true })(SignedData.prototype, key);
}

export class SignedDataInfo {
  contentType = signedDataOid;
  content = new SignedData();
}
AsnProp({ type: AsnPropTypes.ObjectIdentifier })(SignedDataInfo.prototype, "contentType");
AsnProp({ type: SignedData, context: 0 })(SignedDataInfo.prototype, "content");
