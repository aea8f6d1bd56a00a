import { element } from "../element.ts";
import type { Texts } from "../texts/texts.ts";

/** A link to bytes themselves, so that they reach the disk as they are, also from a page that is a file. */
export function download(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  { script: words }: Texts,
): HTMLElement {
  const href = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  return element(
    "p",
    {},
    element("a", { class: "download", href, download: name }, `${words.download} ${name}`),
    " ",
    element("span", { class: "hint" }, words.bytes(bytes.length)),
  );
}
