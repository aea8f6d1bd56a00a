import { element } from "../element.ts";
import type { Texts } from "../texts/texts.ts";

/** The addresses of the links made since the last drawing; a browser keeps the bytes behind each until told. */
const addresses: string[] = [];

/** Lets go of the bytes behind the links of a drawing that makes room for another one. */
export function forgetDownloads(): void {
  for (const address of addresses.splice(0)) URL.revokeObjectURL(address);
}

/** A link to bytes themselves, so that they reach the disk as they are, also from a page that is a file. */
export function download(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  { script: words }: Texts,
): HTMLElement {
  const href = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  addresses.push(href);
  return element(
    "p",
    {},
    element("a", { class: "download", href, download: name }, `${words.download} ${name}`),
    " ",
    element("span", { class: "hint" }, words.bytes(bytes.length)),
  );
}
