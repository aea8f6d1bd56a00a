/** What MeshCentral and N-able take of a file at most, and so what every RMM tool and script store takes. */
export const largestSigned = 65_535;

/** Leaves a signature with its chain and a timestamp their room. */
export const largestUnsigned = 52_000;
