/** What MeshCentral and N-able take of a file at most. Other RMM tools and script stores take more. */
export const largestSigned = 65_535;

/** Holds the logic, a large choice of products, and some forty own labelled ranges. */
export const largestUnsigned = 54_000;
