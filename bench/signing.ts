import { existsSync, writeFileSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { makePlan } from "../src/plan/plan.ts";
import { renderScript } from "../src/script/render.ts";
import { makeRoot } from "../test/signing/certificates.ts";
import { pki } from "../test/signing/pki.ts";
import { installTools } from "../test/signing/tools.ts";
import { type Run, withBundled } from "./bundled.ts";
import { program } from "./program.ts";
import { type Row, row } from "./row.ts";

type Keys = { keyFile: string; certificateFile: string };
type Task = Run<{ rate: number; memory: number }>;

const rounds = 3;
// What a disk takes to make a file differs tenfold between machines, and is not ours.
const memory = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** How fast scripts are signed, beside what the key alone can do and beside osslsigncode; same key, same script. */
export async function measureSigning(): Promise<Row[]> {
  await installTools();
  const folder = await mkdtemp(join(memory, "portkeep-bench-"));
  const onDisk = await mkdtemp(join(tmpdir(), "portkeep-bench-"));
  try {
    return await withBundled("signing-worker.ts", (run: Task) => measure(folder, onDisk, run));
  } finally {
    await rm(folder, { recursive: true });
    await rm(onDisk, { recursive: true });
  }
}

async function measure(folder: string, onDisk: string, run: Task): Promise<Row[]> {
  const inMemory = join(folder, "out");
  const small = await makeRoot({ key: "rsa2048", usage: "codeSigning", folder });
  const large = await makeRoot({ name: "Large", key: "rsa3072", usage: "codeSigning", folder });
  const ours = async (
    task: string,
    { keyFile, certificateFile }: typeof small,
    count: number,
    out = inMemory,
  ) => {
    // To replace the files of the round before would cost more than to write them.
    await rm(out, { recursive: true, force: true });
    await mkdir(out);
    return run(task, keyFile, certificateFile, out, String(count));
  };
  const script = join(folder, "script.ps1");
  writeFileSync(script, renderScript(makePlan({ products: ["sbs-2003-standard"] }), "1.0.0").bytes);
  const results = {
    written: [] as number[],
    writtenBesideOne: [] as number[],
    signed: [] as number[],
    signedBesideOne: [] as number[],
    distinct: [] as number[],
    onDisk: [] as number[],
    built: [] as number[],
    rate: [] as number[],
    memory: [] as number[],
  };
  for (let round = 0; round < rounds; round++) {
    const written = await ours("write", small, 3000);
    results.written.push(written.rate / (await osslsigncodeRate(2, script, small, inMemory)));
    results.writtenBesideOne.push(written.rate / (await osslsigncodeRate(1, script, small, inMemory)));
    const speed = await opensslSpeed(2);
    const signed = await ours("sign", large, 2000);
    results.signed.push(signed.rate / speed);
    results.signedBesideOne.push(signed.rate / (await opensslSpeed(1)));
    const distinct = await ours("distinct", large, 10_000);
    const speedAfter = await opensslSpeed(2);
    results.built.push((await buildRate(folder)) / speedAfter);
    results.distinct.push(distinct.rate / speedAfter);
    results.onDisk.push((await ours("distinct", large, 3000, join(onDisk, "out"))).rate / speedAfter);
    results.rate.push(distinct.rate);
    results.memory.push(distinct.memory / (await ours("distinct", large, 3000)).memory);
  }
  return [
    row("RSA-2048 signed and written / osslsigncode, two at a time", middle(results.written), "x", {
      atLeast: 12,
    }),
    row("beside it: than osslsigncode, one at a time", middle(results.writtenBesideOne), "x"),
    row("RSA-3072 signed / openssl speed on two cores", middle(results.signed), "x", { atLeast: 0.75 }),
    row("beside it: than openssl speed on one core", middle(results.signedBesideOne), "x"),
    row("10,000 rendered, signed (RSA-3072), written / openssl speed", middle(results.distinct), "x", {
      atLeast: 0.65,
    }),
    row("beside it: the same on this machine's disk", middle(results.onDisk), "x"),
    row("beside it: by build, with its list, its manifest and its checks", middle(results.built), "x"),
    row("beside it: rendered, signed and written", middle(results.rate), "scripts/s"),
    row("memory for 10,000 scripts / for 3,000", middle(results.memory), "x", { atMost: 1.25 }),
  ];
}

/** Gives how many scripts a second the command `build` makes of a list of which no two sites are alike. */
async function buildRate(folder: string): Promise<number> {
  const { keyFile, chainFile } = (await pki()).signers.rsa3072;
  const count = 5000;
  const list = join(folder, "sites.csv");
  const lines = Array.from(
    { length: count },
    (_, n) => `site-${n},sbs-2003-standard,${5000 + n}=Backup agent`,
  );
  writeFileSync(list, ["site,products,ports", ...lines, ""].join("\n"));
  const out = join(folder, "fleet");
  const start = performance.now();
  const key = ["--sign-key", keyFile, "--sign-cert", chainFile];
  await execa("node", [program, "build", list, "-o", out, ...key]);
  const seconds = (performance.now() - start) / 1000;
  await rm(out, { recursive: true });
  return count / seconds;
}

/** Gives how many scripts a second osslsigncode signs, in as many processes at a time. */
async function osslsigncodeRate(
  processes: number,
  script: string,
  { keyFile, certificateFile }: Keys,
  out: string,
): Promise<number> {
  const count = 200;
  let next = 0;
  const start = performance.now();
  const lanes = Array.from({ length: processes }, async () => {
    while (next < count) {
      const file = join(out, `other-${next++}.ps1`);
      await rm(file, { force: true });
      await execa("osslsigncode", [
        "sign",
        "-certs",
        certificateFile,
        "-key",
        keyFile,
        "-h",
        "sha256",
        script,
        file,
      ]);
    }
  });
  await Promise.all(lanes);
  return (1000 * count) / (performance.now() - start);
}

/** Gives how many RSA-3072 signatures a second so many cores make when they do nothing else. */
async function opensslSpeed(cores: number): Promise<number> {
  const { stdout } = await execa("openssl", ["speed", "-seconds", "3", "-multi", String(cores), "rsa3072"]);
  const [, rate] = /rsa 3072 bits\s+\S+s\s+\S+s\s+([\d.]+)/.exec(stdout) ?? [];
  if (!rate) throw new Error(`openssl speed says no rate:\n${stdout}`);
  return Number(rate);
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
