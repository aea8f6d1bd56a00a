import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { scriptSigner } from "../../../src/signing/authenticode/sign.ts";
import type { HashSigner } from "../../../src/signing/hash-signer.ts";
import { nodeSigner } from "../../signing/node-signer.ts";
import type { Issued } from "../../signing/pki.ts";

/** What came of builds that were killed at random, and of one more that was not. */
export interface KilledBuilds {
  killed: number;
  /** Scripts that were signed though they were in their place when a build began. */
  signedAgain: number;
  /** Files that were, at some time, under their final name and not what they are in the end. */
  half: number;
  /** Files that are not, in the end, byte for byte what an undisturbed build makes, or that it does not make. */
  different: string[];
}

const choices = 40;
const sites = 20_000;

/** Builds a fleet in a folder again and again, and kills each build at some time, so many times. */
export async function killBuilds(
  program: string,
  { folder, issued, kills }: { folder: string; issued: Issued; kills: number },
): Promise<KilledBuilds> {
  const [reference, out, note] = ["reference", "out", "note"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "sites.csv"), siteList());
  const command = ["node", join(import.meta.dirname, "counting-signer.mjs"), issued.keyFile, note];
  const run = async (target: string, ms: number | null) => {
    const words = ["build", join(folder, "sites.csv"), "-o", target, "--sign-cert", issued.chainFile];
    const argv = [program, ...words, "--sign-command", command.map((word) => `"${word}"`).join(" ")];
    const child = spawn(process.execPath, argv, { stdio: "ignore" });
    const timer = ms === null ? null : setTimeout(() => child.kill("SIGKILL"), ms);
    const [code, signal] = await once(child, "exit");
    clearTimeout(timer ?? undefined);
    if (ms === null && code !== 0) throw new Error(`the build ended with ${code}`);
    return signal === "SIGKILL";
  };
  const start = performance.now();
  await run(reference, null);
  const usual = performance.now() - start;
  const wanted = filesIn(reference);
  const digests = await digestsOf(wanted, issued);
  if (signedIn(note).toSorted().join() !== [...digests.values()].sort().join()) {
    throw new Error("what was signed is not told by its hash");
  }
  const result: KilledBuilds = { killed: 0, signedAgain: 0, half: 0, different: [] };
  while (result.killed < kills) {
    const before = new Set([...filesIn(out).keys()].flatMap((file) => digests.get(file) ?? []));
    rmSync(note, { force: true });
    // The first moments are those of Node.js itself.
    const isKilled = await run(out, usual * (0.2 + 0.9 * Math.random()));
    if (isKilled) result.killed++;
    result.signedAgain += signedIn(note).filter((digest) => before.has(digest)).length;
    for (const [file, bytes] of filesIn(out)) if (!wanted.get(file)?.equals(bytes)) result.half++;
    if (!isKilled) rmSync(out, { recursive: true, force: true });
  }
  await run(out, null);
  const files = filesIn(out);
  const names = new Set([...wanted.keys(), ...files.keys()]);
  result.different = [...names].filter(
    (name) => !files.get(name)?.equals(wanted.get(name) ?? Buffer.alloc(0)),
  );
  return result;
}

function siteList(): string {
  const rows = Array.from({ length: sites }, (_, index) => `site-${index},ias,${5000 + (index % choices)}`);
  return ["site,products,ports", ...rows, ""].join("\n");
}

/** Gives the files under their final names; what has none yet has a dot before it. */
function filesIn(folder: string): Map<string, Buffer> {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.name.startsWith("."),
  );
  const files = entries.map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [file.slice(folder.length), readFileSync(file)]));
}

/** Gives the hash that is signed for each signed file. */
async function digestsOf(files: Map<string, Buffer>, issued: Issued): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  const own = nodeSigner(issued);
  for (const [name, bytes] of files) {
    if (!name.endsWith(".ps1")) continue;
    const noting: HashSigner = {
      ...own,
      sign(message, hash) {
        digests.set(name, createHash(hash).update(message).digest("base64"));
        return own.sign(message, hash);
      },
    };
    await scriptSigner(noting, { hash: "sha256" })(bytes);
  }
  return digests;
}

function signedIn(note: string): string[] {
  return existsSync(note) ? readFileSync(note, "utf8").trim().split("\n") : [];
}
