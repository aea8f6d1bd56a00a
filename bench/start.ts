import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { type Row, row, shortest } from "./row.ts";

const program = fileURLToPath(new URL("../dist/portkeep.js", import.meta.url));

/** How long a whole `portkeep render` takes, beside Node.js doing nothing. */
export async function measureStart(): Promise<Row[]> {
  const best = await shortest(20, {
    nothing: () => execa("node", ["-e", "0"]),
    render: () => execa("node", [program, "render", "--product", "all", "-o", "-"]),
  });
  return [
    row("portkeep render, whole process / node -e 0", best.render / best.nothing, "x", { atMost: 1.6 }),
  ];
}
