import { AsnAnyConverter, type IAsnConverter } from "@peculiar/asn1-schema";
import { BaseBlock, Null, ViewWriter } from "asn1js";

/**
 * Keeps a value as the bytes that it came in, null for NULL. The library's own way takes it apart to write it again,
 * which is slow, and writes all around it in BER's indefinite form where it holds that.
 */
export const verbatim: IAsnConverter<ArrayBuffer | null, BaseBlock> = {
  fromASN: (value) => AsnAnyConverter.fromASN(value),
  toASN: (der) => (der ? new Verbatim(der) : new Null()),
};

class Verbatim extends BaseBlock {
  readonly #der: ArrayBuffer;

  constructor(der: ArrayBuffer) {
    super();
    this.#der = der;
  }

  override toBER(_sizeOnly?: boolean, writer = new ViewWriter()): ArrayBuffer {
    writer.write(this.#der);
    return this.#der;
  }
}
