import { PortkeepError } from "../../errors.ts";
import { splitBlock } from "../../script/signature-block.ts";
import type { HashName } from "../hash.ts";
import type { HashSigner } from "../hash-signer.ts";
import { formatBlock, newlineOf } from "./block.ts";
import { digestText } from "./digest.ts";
import { findMarker } from "./marker.ts";
import type { AttributeStyle } from "./signed-attributes.ts";
import { encodeSignedData } from "./signed-data.ts";
import { Template } from "./template.ts";
import { decodeSignable, encodeSignable, type SignableText } from "./text.ts";

export interface SigningOptions {
  hash: HashName;
  /** Gives the DER of an RFC 3161 token over a signature. */
  stamp?: ((signature: Uint8Array, hash: HashName) => Promise<Uint8Array>) | undefined;
  style?: AttributeStyle;
}

/**
 * Gives a function from a script's bytes to the signed bytes. A whole signature at the end is replaced.
 * It throws `text-not-signable`, `marker-in-text`, and what the key and the timestamp authority throw.
 */
export function scriptSigner(key: HashSigner, { hash, stamp, style = "windows" }: SigningOptions) {
  const template = new Template(hash, style);
  return async (script: Uint8Array): Promise<Buffer> => {
    const { text, encoding } = unsigned(script);
    const digest = digestText(text, hash);
    const { message, messageDigest } = template.message(digest);
    const { signature: octets, chain } = await key.sign(message, hash);
    const signature = new Uint8Array(octets);
    const values = { digest, messageDigest, signature };
    const der = stamp
      ? encodeSignedData({ ...values, hash, style, chain, token: await stamp(signature, hash) })
      : template.encode(values, chain);
    return encodeSignable({ text: text + formatBlock(der, newlineOf(text)), encoding });
  };
}

/** Gives the text that a signature is for. Throws `text-not-signable`, `marker-in-text`. */
export function unsigned(script: Uint8Array): SignableText {
  const { text, encoding } = decodeSignable(script);
  const { body } = splitBlock(text);
  const marker = findMarker(body);
  if (marker) {
    const line = body.slice(0, marker.index).split("\n").length;
    throw new PortkeepError("marker-in-text", { line, comment: marker.comment });
  }
  return { text: body, encoding };
}
