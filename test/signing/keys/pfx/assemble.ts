import { createHmac, pbkdf2Sync } from "node:crypto";
import { ContentInfo } from "@peculiar/asn1-cms";
import { AuthenticatedSafe, id_SafeContents, MacData, PFX, SafeBag, SafeContents } from "@peculiar/asn1-pfx";
import { AsnConvert, OctetString } from "@peculiar/asn1-schema";
import { AlgorithmIdentifier } from "@peculiar/asn1-x509";
import { Integer, Null, ObjectIdentifier, OctetString as Octets, Sequence } from "asn1js";
import forge from "node-forge";
import pbe from "node-forge/lib/pbe.js";

const data = "1.2.840.113549.1.7.1";

/** Gives the parts of a PFX in which nothing is encrypted. */
export function partsOf(pfx: Uint8Array): ContentInfo[] {
  return [...AsnConvert.parse(octetsIn(AsnConvert.parse(pfx, PFX).authSafe), AuthenticatedSafe)];
}

/** Gives the bags of a part that is not encrypted. */
export function bagsOf(part: ContentInfo): SafeBag[] {
  return [...AsnConvert.parse(octetsIn(part), SafeContents)];
}

/** Gives a part with these bags. */
export function partWith(bags: SafeBag[]): ContentInfo {
  return dataWith(AsnConvert.serialize(new SafeContents(bags)));
}

/** Gives a bag with these bags in it. */
export function bagWith(bags: SafeBag[]): SafeBag {
  return new SafeBag({ bagId: id_SafeContents, bagValue: AsnConvert.serialize(new SafeContents(bags)) });
}

/** Puts parts together to a PFX, with the MAC that is made for their bytes. */
export function assemble(parts: ContentInfo[], mac?: (content: Buffer) => MacData): Buffer {
  const content = AsnConvert.serialize(new AuthenticatedSafe(parts));
  const pfx = new PFX({ authSafe: dataWith(content) });
  // The library fills in a MAC of its own.
  Object.assign(pfx, { macData: mac?.(Buffer.from(content)) });
  return Buffer.from(AsnConvert.serialize(pfx));
}

/** Makes the MAC of PKCS#12 with SHA-1; null stands for a password that is no bytes at all. */
export function pkcs12Mac(password: string | null, iterations = 1) {
  return (content: Buffer): MacData => {
    const salt = Buffer.from("salt of eight or more");
    const binary = forge.util.createBuffer(salt.toString("latin1"));
    const key = pbe.generatePkcs12Key(password, binary, 3, iterations, 20);
    const digest = createHmac("sha1", Buffer.from(key.getBytes(), "latin1")).update(content).digest();
    return macData({ algorithm: "1.3.14.3.2.26", parameters: new Null().toBER(), digest, salt, iterations });
  };
}

/** Makes the MAC of RFC 9579, with SHA-256 throughout. */
export function pbmac1(password: string, { iterations = 2, length = 32 } = {}) {
  return (content: Buffer): MacData => {
    const salt = Buffer.from("another salt");
    const key = pbkdf2Sync(password, salt, iterations, length, "sha256");
    const digest = createHmac("sha256", key).update(content).digest();
    const hmac = sequence(new ObjectIdentifier({ value: "1.2.840.113549.2.9" }), new Null());
    const derivation = sequence(
      new Octets({ valueHex: salt }),
      new Integer({ value: iterations }),
      new Integer({ value: length }),
      hmac,
    );
    const pbkdf2 = sequence(new ObjectIdentifier({ value: "1.2.840.113549.1.5.12" }), derivation);
    const parameters = sequence(pbkdf2, hmac).toBER();
    return macData({
      algorithm: "1.2.840.113549.1.5.14",
      parameters,
      digest,
      salt: Buffer.from("x"),
      iterations: 1,
    });
  };
}

interface MacParts {
  algorithm: string;
  parameters: ArrayBuffer;
  digest: Buffer;
  salt: Buffer;
  iterations: number;
}

function macData({ algorithm, parameters, digest, salt, iterations }: MacParts): MacData {
  const mac = new MacData({ macSalt: new OctetString(salt), iterations });
  mac.mac.digestAlgorithm = new AlgorithmIdentifier({ algorithm, parameters });
  mac.mac.digest = new OctetString(digest);
  return mac;
}

function dataWith(content: ArrayBuffer): ContentInfo {
  return new ContentInfo({ contentType: data, content: new Octets({ valueHex: content }).toBER() });
}

function octetsIn({ content }: ContentInfo): ArrayBuffer {
  return AsnConvert.parse(content, OctetString).buffer;
}

function sequence(...value: Sequence["valueBlock"]["value"]): Sequence {
  return new Sequence({ value });
}
