import type { X509Certificate } from "node:crypto";
import type { ChainFault, ChainNote } from "./faults.ts";
import { faultsOf, notesOf } from "./judge.ts";
import { type Path, pathsFrom } from "./paths.ts";

export interface ChainRequest {
  leaf: X509Certificate;
  /** Certificates that may stand between the leaf and a root, in any order; none of them is trusted. */
  others: readonly X509Certificate[];
  /** Trusted, byte for byte. A leaf among them is trusted as it stands. */
  roots: readonly X509Certificate[];
  at: Date;
  /** The object identifier of the extended key usage that the leaf needs. */
  usage: string;
}

/** A path from a leaf to a root, or as far as the certificates at hand lead. */
export interface Chain {
  path: readonly X509Certificate[];
  /** What spoils the path; empty for a good one. */
  faults: readonly ChainFault[];
  /** What weakens the path without spoiling it. */
  notes: readonly ChainNote[];
}

/**
 * Looks for a path from the leaf to a root, as RFC 5280 judges it. Where none is good, gives the one that comes
 * closest, with its faults. Revocation is not looked up. Throws `certificate-unreadable` for such a leaf.
 */
export function buildChain(request: ChainRequest): Chain {
  const judge = (found: Path) => ({
    path: found.path,
    faults: faultsOf(found, request),
    notes: notesOf(found),
  });
  let best: Chain = judge({ path: [request.leaf], trusted: false });
  for (const found of pathsFrom(request)) {
    const chain = judge(found);
    if (chain.faults.length === 0) return chain;
    if (closeness(chain) > closeness(best)) best = chain;
  }
  return best;
}

/** Gives how near a path comes to a good one: those to a root first, with few faults; of the others, the long ones. */
function closeness({ path, faults }: Chain): number {
  const isTrusted = !faults.some(({ code }) => code === "untrusted");
  return (isTrusted ? 1_000_000 : path.length * 1000) - faults.length;
}
