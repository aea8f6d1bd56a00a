import type { CatalogCopy, CatalogFile, CatalogScript } from "../../fleet/catalog.ts";
import { isOwnPath } from "../catalog.ts";
import { element } from "../element.ts";
import type { Rendered } from "../outcome.ts";
import { shown } from "../shown.ts";
import type { Texts } from "../texts/texts.ts";
import { copyable } from "./copy.ts";
import { facts } from "./facts.ts";

/** A ready-made script: each copy of it to download, with what to check, and what to type on the server. */
export function readyScript(
  { name }: Rendered,
  { copies, bundles }: CatalogScript,
  texts: Texts,
): HTMLElement[] {
  const { script: words } = texts;
  const host = "powershell -NoProfile -ExecutionPolicy AllSigned -File";
  return [
    ...copies.map((copy) => copyCard(copy, name, texts)),
    element("h3", {}, words.check),
    element("p", { class: "hint" }, words.checkHint),
    copyable(
      "check-command",
      [
        `(Get-FileHash ${name}).Hash`,
        `Get-AuthenticodeSignature ${name} | Format-List Status,SignerCertificate`,
      ],
      words.check,
      texts,
    ),
    element("h3", {}, words.run),
    element("p", { class: "hint" }, words.runHint),
    copyable("run-command", [`${host} ${name} -Action Test`, `${host} ${name}`], words.run, texts),
    ...bundleList(bundles, texts),
  ];
}

function copyCard(copy: CatalogCopy, name: string, texts: Texts): HTMLElement {
  const { script: words } = texts;
  const { sha256, signer, validTo, timestamp } = copy;
  const held = timestamp ? words.stamped(timestamp) : validTo ? words.until(validTo) : "";
  const signature: [string, string][] = signer
    ? [
        [words.facts.signer, shown(signer.subject)],
        [words.facts.certificate, signer.sha256],
        [words.facts.thumbprint, signer.thumbprint],
        [words.facts.signature, held],
      ]
    : [[words.facts.signer, words.notSigned]];
  return element(
    "div",
    { class: "card" },
    download(copy, name, `${words.download} ${name}`, texts),
    facts([[words.facts.sha256, sha256], ...signature]),
  );
}

function bundleList(bundles: CatalogScript["bundles"], texts: Texts): HTMLElement[] {
  if (bundles.length === 0) return [];
  const items = bundles.map((bundle) => {
    const name = bundle.path.split("/").at(-1) ?? bundle.path;
    return element(
      "li",
      {},
      download(bundle, name, bundle.target, texts),
      facts([["SHA-256", bundle.sha256]]),
    );
  });
  return [element("h3", {}, texts.script.bundles), element("ul", {}, ...items)];
}

/** A link to the file itself, so that its bytes reach the disk as they are. */
function download(
  { path, bytes }: CatalogFile,
  name: string,
  text: string,
  { script: words }: Texts,
): HTMLElement {
  const size = element("span", { class: "hint" }, words.bytes(bytes));
  if (!isOwnPath(path)) return element("p", { class: "problem" }, shown(path));
  return element("p", {}, element("a", { class: "download", href: path, download: name }, text), " ", size);
}
