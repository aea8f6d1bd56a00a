import { fileURLToPath } from "node:url";

/** The program as it is published. */
export const program = fileURLToPath(new URL("../dist/portkeep.js", import.meta.url));
