import { PortkeepError } from "../errors.ts";
import type { Line } from "./lines.ts";
import { spotIn } from "./spot.ts";

/** Gives a file's bytes as text, without a byte order mark. Throws `wide-text`, `not-utf8`, `control-character`. */
export function decodeText(bytes: Uint8Array, file: string): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new PortkeepError("wide-text", {}, { file });
  }
  const text = new TextDecoder().decode(bytes);
  if (!isUtf8(bytes)) throw new PortkeepError("not-utf8", {}, spotIn(file, text, text.indexOf("\ufffd")));
  checkControls(text, file);
  return text;
}

/**
 * Gives a file's lines as they come. Throws `control-character` for one that is no text, and `not-utf8` for one with
 * U+FFFD, in which a letter was lost, if not now, then before.
 */
export async function* textLines(batches: AsyncIterable<Line[]>, file: string): AsyncGenerator<Line[]> {
  for await (const lines of batches) {
    for (const { text, number } of lines) {
      checkControls(text, file, number - 1);
      const lost = text.indexOf("\ufffd");
      if (lost >= 0) throw new PortkeepError("not-utf8", {}, spotIn(file, text, lost, number - 1));
    }
    yield lines;
  }
}

function checkControls(text: string, file: string, above = 0): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are looked for
  const control = text.search(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/);
  if (control < 0) return;
  const code = text.charCodeAt(control);
  throw new PortkeepError("control-character", { code }, spotIn(file, text, control, above));
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
