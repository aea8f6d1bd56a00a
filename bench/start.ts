import { execa } from "execa";
import { program } from "./program.ts";
import { type Row, row, shortest } from "./row.ts";

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
