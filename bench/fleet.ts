import { createWriteStream } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { execa } from "execa";
import { killBuilds } from "../test/cli/build/killed-builds.ts";
import { type Issued, pki } from "../test/signing/pki.ts";
import { withBundled } from "./bundled.ts";
import { program } from "./program.ts";
import { type Row, row } from "./row.ts";

const sites = 1_000_000;
const choices = 1000;
const kills = 50;

/** How fast a million sites are built, in what memory, beside the CSV library alone; and what killed builds leave. */
export async function measureFleet(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), "portkeep-bench-"));
  try {
    const issued = (await pki()).signers.rsa3072;
    const csv = await buildTwice("sites.csv", folder, issued);
    const lines = await buildTwice("sites.jsonl", folder, issued);
    const library = await withBundled<{ rate: number }, number>("fleet-worker.ts", async (run) => {
      return (await run(join(folder, "sites.csv"))).rate;
    });
    const killed = await killBuilds(program, { folder: join(folder, "killed"), issued, kills });
    const wrong = killed.signedAgain + killed.half + killed.different.length;
    return [
      row("a million sites, CSV, 1,000 choices signed before", csv.rate, "sites/s", { atLeast: 100_000 }),
      row("the same as JSON Lines", lines.rate, "sites/s", { atLeast: 100_000 }),
      row("beside it: the CSV library alone reads the file", library, "sites/s"),
      row("peak memory of these builds", Math.max(csv.memory, lines.memory), "MiB", { atMost: 200 }),
      row("50 builds killed: signed again, half, or other files", wrong, "files", { atMost: 0 }),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Gives the rate of the second build, which signs nothing, and the peak memory of both in MiB. */
async function buildTwice(name: string, folder: string, issued: Issued) {
  const file = join(folder, name);
  await pipeline(Readable.from(listOf(name.endsWith(".csv"))), createWriteStream(file));
  const first = await build(file, folder, issued);
  const second = await build(file, folder, issued);
  return { rate: sites / second.seconds, memory: Math.max(first.memory, second.memory) };
}

async function build(file: string, folder: string, { keyFile, chainFile }: Issued) {
  const key = ["--sign-key", keyFile, "--sign-cert", chainFile];
  const start = performance.now();
  const child = execa("node", [program, "build", file, "-o", join(folder, "fleet"), ...key]);
  let memory = 0;
  // The kernel keeps the peak, so that it need not be caught in the act.
  const timer = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/status`, "utf8").catch(() => "");
    memory = Math.max(memory, Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024);
  }, 20);
  await child;
  clearInterval(timer);
  return { seconds: (performance.now() - start) / 1000, memory };
}

function* listOf(isCsv: boolean): Generator<string> {
  if (isCsv) yield "site,products,ports,os\r\n";
  for (let index = 0; index < sites; index++) {
    const low = 5000 + ((index * 7919) % choices);
    const site = `site-${String(index).padStart(7, "0")}`;
    const ports = `${low}-${low + 3}=Backup agent`;
    const choice = { products: ["ias", "ipsec", "l2tp"], ports: [ports], os: "windows-server-2003" };
    if (isCsv) yield `${site},${choice.products.join(" ")},${ports},${choice.os}\r\n`;
    else yield `${JSON.stringify({ site, ...choice })}\n`;
  }
}
