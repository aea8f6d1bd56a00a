import { createHash } from "node:crypto";
import { signedMessage } from "../cms/attributes.ts";
import type { HashName } from "../hash.ts";
import { indirectData } from "./indirect-data.ts";
import { type AttributeStyle, signedAttributes } from "./signed-attributes.ts";
import { type Chain, encodeSignedData, type SignatureParts } from "./signed-data.ts";

/** What differs between two signatures of one signer. */
export type Values = Pick<SignatureParts, "digest" | "messageDigest" | "signature">;

/** Makes the signatures of one hash and choice of attributes: what they share is encoded once, and patched. */
export class Template {
  readonly #hash: HashName;
  readonly #style: AttributeStyle;
  readonly #nothing: Buffer;
  readonly #content: Buffer;
  readonly #attributes: Buffer;
  #chain: Chain | null = null;
  readonly #wholes = new Map<number, Buffer>();

  constructor(hash: HashName, style: AttributeStyle) {
    this.#hash = hash;
    this.#style = style;
    this.#nothing = Buffer.alloc(createHash(hash).digest().length);
    this.#content = Buffer.from(indirectData(this.#nothing, hash).valueBlock.toBER());
    this.#attributes = Buffer.from(signedMessage(signedAttributes(this.#nothing, style)));
  }

  /** Gives what the key has to sign for a script whose text has this digest. */
  message(digest: Uint8Array): { message: Buffer; messageDigest: Buffer } {
    const content = Buffer.from(this.#content);
    putAtEnd(content, digest);
    const messageDigest = createHash(this.#hash).update(content).digest();
    const message = Buffer.from(this.#attributes);
    putAtEnd(message, messageDigest);
    return { message, messageDigest };
  }

  /** Gives the DER of a signature without a timestamp. */
  encode({ digest, messageDigest, signature }: Values, chain: Chain): Buffer {
    const whole = Buffer.from(this.#wholeOf(signature.length, chain));
    const content = whole.indexOf(this.#content) + this.#content.length;
    putAtEnd(whole.subarray(0, content), digest);
    // Inside a signature the attributes have another tag; what follows it is the same.
    const values = this.#attributes.subarray(1);
    const attributes = whole.lastIndexOf(values) + values.length;
    putAtEnd(whole.subarray(0, attributes), messageDigest);
    putAtEnd(whole, signature);
    return whole;
  }

  // With zeros for the values, of which only the signature's length can differ, and only for ECDSA.
  #wholeOf(length: number, chain: Chain): Buffer {
    if (chain !== this.#chain) this.#wholes.clear();
    this.#chain = chain;
    const known = this.#wholes.get(length);
    if (known) return known;
    const [hash, style, digest, signature] = [this.#hash, this.#style, this.#nothing, new Uint8Array(length)];
    const whole = encodeSignedData({ hash, style, digest, messageDigest: digest, signature, chain });
    this.#wholes.set(length, whole);
    return whole;
  }
}

// In DER's order, each of these ends in the value that differs.
function putAtEnd(bytes: Buffer, value: Uint8Array): void {
  bytes.set(value, bytes.length - value.length);
}
