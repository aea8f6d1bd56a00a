import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { concat, toBytes } from "../../script/bytes.ts";
import { readsHash } from "../../signing/reads-hash.ts";
import { findSystem } from "../../table/lookup.ts";
import { builtInTable } from "../../table/table.ts";
import { type Entry, isOwnPath, type SignedCopy } from "../catalog.ts";
import { element } from "../element.ts";
import type { Rendered } from "../outcome.ts";
import { shown } from "../shown.ts";
import type { Texts } from "../texts/texts.ts";
import { copyable } from "./copy.ts";
import { download } from "./download.ts";
import { facts } from "./facts.ts";

/** A ready-made script with all that is known of it. */
export interface Ready {
  rendered: Rendered;
  entry: Entry;
}

/** Ready-made scripts to run one after the other: each copy to download, with what to check, and what to type on the server. */
export function readyScripts(scripts: readonly Ready[], texts: Texts): HTMLElement[] {
  const { script: words } = texts;
  const names = scripts.map(({ rendered }) => rendered.name);
  const isAccepted = scripts.every(({ rendered: { plan }, entry }) =>
    entry.copies.every(({ hash }) => hash && readsHash(plan.system, hash)),
  );
  const host = `powershell -NoProfile -ExecutionPolicy ${isAccepted ? "AllSigned" : "Bypass"} -File`;
  return [
    ...scripts.flatMap((script) => offer(script, texts)),
    element("h3", {}, words.check),
    element("p", { class: "hint" }, words.checkHint),
    copyable(
      "check-command",
      names.flatMap((name) => [
        `(Get-FileHash ${name}).Hash`,
        `Get-AuthenticodeSignature ${name} | Format-List Status,SignerCertificate`,
      ]),
      words.check,
      texts,
    ),
    element("h3", {}, words.run),
    element("p", { class: "hint" }, words.runHint),
    copyable(
      "run-command",
      [...names.map((name) => `${host} ${name} -Action Test`), ...names.map((name) => `${host} ${name}`)],
      words.run,
      texts,
    ),
    ...bundleList(
      scripts.flatMap(({ entry }) => entry.bundles),
      texts,
    ),
  ];
}

function offer({ rendered, entry }: Ready, texts: Texts): HTMLElement[] {
  const { script: words } = texts;
  const systems = entry.systems.map((id) => findSystem(builtInTable, id)?.name ?? id);
  return [
    ...(rendered.general ? [element("p", {}, words.general)] : []),
    ...entry.copies.map((copy) => copyCard(copy, rendered, texts)),
    element("p", {}, words.worksOn(systems.join(", "))),
  ];
}

function copyCard(copy: SignedCopy, { bytes, name, plan: { system } }: Rendered, texts: Texts): HTMLElement {
  const { script: words } = texts;
  const signed = concat([bytes, toBytes(copy.signature, "lf")]);
  const same = bytesToHex(sha256(signed)) === copy.sha256;
  return element(
    "div",
    { class: "card" },
    same ? download(signed, name, texts) : element("p", { class: "problem" }, words.fileDiffers),
    facts([[words.facts.sha256, copy.sha256], ...signature(copy, texts)]),
    ...(system && copy.hash && !readsHash(system, copy.hash)
      ? [element("p", { class: "problem" }, words.unreadableHash(system.name))]
      : []),
  );
}

function signature({ signer, validTo, timestamp }: SignedCopy, { script: words }: Texts): [string, string][] {
  if (!signer) return [[words.facts.signer, words.notSigned]];
  return [
    [words.facts.signer, shown(signer.subject)],
    [words.facts.certificate, signer.sha256],
    [words.facts.thumbprint, signer.thumbprint],
    [words.facts.signature, validTo ? words.until(validTo) : timestamp ? words.stamped(timestamp) : ""],
  ];
}

function bundleList(bundles: Entry["bundles"], { script: words }: Texts): HTMLElement[] {
  const items = bundles
    .filter(({ path }) => isOwnPath(path))
    .map(({ path, target, bytes, sha256: hash }) =>
      element(
        "li",
        {},
        element("a", { href: path, download: true }, target),
        ` (${words.bytes(bytes)})`,
        facts([["SHA-256", hash]]),
      ),
    );
  return items.length > 0 ? [element("h3", {}, words.bundles), element("ul", {}, ...items)] : [];
}
