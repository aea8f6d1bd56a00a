import type { X509Certificate } from "node:crypto";
import { timestampOid } from "../../../src/signing/authenticode/oids.ts";
import { readSignedData } from "../../../src/signing/cms/read.ts";
import { certificatesOf } from "../../../src/signing/timestamp/certificates.ts";
import { readToken } from "../../../src/signing/timestamp/token.ts";
import { verifyScript } from "../../../src/signing/verify/verify.ts";
import { signatureOf } from "../oracles/body.ts";
import { windowsSignedScripts } from "../windows-signed/scripts.ts";
import { type Subject, subjectOf } from "./subjects.ts";

/** Gives those certificates of a signature and its timestamp whose issuers are not there. */
export function topsOf(signature: Uint8Array): X509Certificate[] {
  const signedData = readSignedData(signature);
  const attributes = signedData?.signerInfos[0]?.unsignedAttributes ?? [];
  const token = attributes.find(({ type }) => type === timestampOid)?.values[0];
  const all = [
    ...(signedData ? certificatesOf(signedData) : []),
    ...(token ? (readToken(new Uint8Array(token))?.certificates ?? []) : []),
  ];
  return all.filter((top) => !all.some((other) => other !== top && top.checkIssued(other)));
}

/** Gives a script that Windows signed, out of the packages, trusted by its last certificates. */
export async function windowsSubject(name: string): Promise<Subject> {
  const script = (await windowsSignedScripts()).find((candidate) => candidate.name.endsWith(name));
  if (!script) throw new Error(`There is no ${name} in the packages`);
  const { bytes } = script;
  const judged = { roots: [], signer: null, integrityOnly: true, allowSha1: true, now: new Date() };
  const signer = verifyScript(bytes, judged).signer?.fingerprint256.replaceAll(":", "").toLowerCase();
  const roots = topsOf(signatureOf(bytes));
  return subjectOf(bytes, { roots, timestampRoots: roots, signer: signer ?? "" });
}
