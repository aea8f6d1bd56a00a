import type { X509Certificate } from "node:crypto";
import type { ChainRequest } from "./chain.ts";
import { type CertificateFields, fieldsOf } from "./fields.ts";
import { isNamedIssuer, isSignedBy } from "./issuer.ts";
import { uniqueCertificates } from "./read.ts";

export interface Path {
  path: readonly X509Certificate[];
  /** Whether its last certificate is one of the roots. */
  trusted: boolean;
}

// A hundred certificates of one name may have signed each other in every order; paths in use have five at most.
const longestPath = 10;
const mostSteps = 1000;
const mostSignatures = 300;

/** Gives the paths from a leaf to a root, or as far as they lead, likely ones first; hundreds of them at most. */
export function* pathsFrom({ leaf, others, roots, at }: Omit<ChainRequest, "usage">): Generator<Path> {
  const anchors = new Set(roots.map(derOf));
  const isAnchor = (certificate: X509Certificate) => anchors.has(derOf(certificate));
  const issuersOf = issuersAmong(likelyFirst([...roots, ...others], isAnchor, at));
  let steps = 0;

  function* onward(path: readonly X509Certificate[], last: X509Certificate): Generator<Path> {
    if (++steps > mostSteps) return;
    const trusted = isAnchor(last);
    const ends = trusted || path.length === longestPath;
    const next = ends
      ? []
      : issuersOf(last).filter((issuer) => !path.some((member) => isTwin(member, issuer)));
    if (next.length === 0) yield { path, trusted };
    for (const issuer of next) yield* onward([...path, issuer], issuer);
  }
  yield* onward([leaf], leaf);
}

/** Gives the function that finds those of the certificates that issued one, by name and by signature. */
function issuersAmong(pool: readonly X509Certificate[]) {
  const found = new Map<X509Certificate, X509Certificate[]>();
  let signatures = 0;
  return (certificate: X509Certificate): X509Certificate[] => {
    const issuers =
      found.get(certificate) ??
      pool
        .filter((issuer) => isNamedIssuer(issuer, certificate))
        .filter((issuer) => ++signatures <= mostSignatures && isSignedBy(issuer, certificate));
    found.set(certificate, issuers);
    return issuers;
  };
}

function likelyFirst(
  certificates: readonly X509Certificate[],
  isAnchor: (certificate: X509Certificate) => boolean,
  at: Date,
): X509Certificate[] {
  return uniqueCertificates(certificates)
    .flatMap((certificate) => {
      const fields = tryFields(certificate);
      return fields ? { certificate, fields } : [];
    })
    .map(({ certificate, fields: { notBefore, notAfter } }) => ({
      certificate,
      rank: [isAnchor(certificate), notBefore <= at && at <= notAfter].filter(Boolean).length,
      notAfter,
    }))
    .sort((a, b) => b.rank - a.rank || b.notAfter.getTime() - a.notAfter.getTime())
    .map(({ certificate }) => certificate);
}

// What cannot be read can issue nothing.
function tryFields(certificate: X509Certificate): CertificateFields | null {
  try {
    return fieldsOf(certificate);
  } catch {
    return null;
  }
}

/** Says whether two certificates stand for one name and key, of which a path needs only one. */
function isTwin(a: X509Certificate, b: X509Certificate): boolean {
  return a.subject === b.subject && a.publicKey.equals(b.publicKey);
}

function derOf(certificate: X509Certificate): string {
  return certificate.raw.toString("latin1");
}
