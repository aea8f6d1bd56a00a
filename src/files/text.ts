import { PortkeepError } from "../errors.ts";
import { spotIn } from "./spot.ts";

/** Gives a file's bytes as text, without a byte order mark. Throws `wide-text`, `not-utf8`, `control-character`. */
export function decodeText(bytes: Uint8Array, file: string): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new PortkeepError("wide-text", {}, { file });
  }
  const text = new TextDecoder().decode(bytes);
  if (!isUtf8(bytes)) throw new PortkeepError("not-utf8", {}, spotIn(file, text, text.indexOf("\ufffd")));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are looked for
  const control = text.search(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/);
  if (control >= 0) {
    const code = text.charCodeAt(control);
    throw new PortkeepError("control-character", { code }, spotIn(file, text, control));
  }
  return text;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
