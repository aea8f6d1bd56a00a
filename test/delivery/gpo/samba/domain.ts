import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { execa } from "execa";
import { installSamba } from "./tools.ts";

/** A running domain `portkeep.test` with one controller, which only what runs by this can reach. */
export interface Domain {
  /** Runs a program in the network of the domain, as one of its users, and gives what it says. */
  run(program: string, given: readonly string[], options?: RunOptions): Promise<string>;
  /** A folder for files, which goes with the domain. */
  folder: string;
  stop(): Promise<void>;
}

interface RunOptions {
  /** The administrator, where it is nobody else; all have the same password. */
  as?: string;
  input?: string;
}

const script = join(import.meta.dirname, "domain.sh");
const address = "10.99.0.1";
const server = "dc1.portkeep.test";
const namespaces = ["unshare", "--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"];

/** Makes a domain and starts it. Takes some ten seconds, and needs root, for a network of its own. */
export async function startDomain(): Promise<Domain> {
  await installSamba();
  if (process.getuid?.() !== 0) throw new Error("A domain in a network of its own needs root.");
  const folder = makeFolder();
  // All of it ends with this process, however that ends.
  const given = ["--pdeathsig=KILL", ...namespaces, "bash", script, folder];
  const holder = execa("setpriv", given, { reject: false, all: true });
  const run = runner(folder, () => innerProcess(holder.pid));
  const stop = async () => {
    holder.kill("SIGKILL");
    await holder;
    rmSync(folder, { recursive: true, force: true });
  };
  const outcome = await Promise.race([holder, untilItAnswers(run)]);
  if (outcome) {
    await stop();
    throw new Error(`The domain did not start: ${outcome.all}`);
  }
  return { run, folder, stop };
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "portkeep-domain-"));
  // Samba reads as whoever asks it.
  chmodSync(folder, 0o711);
  const files = {
    hosts: `127.0.0.1 localhost\n${address} ${server} dc1\n`,
    "resolv.conf": `nameserver ${address}\nsearch portkeep.test\n`,
    password: `Pw.${randomBytes(12).toString("hex")}`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

function runner(folder: string, inside: () => string): Domain["run"] {
  const env = {
    SMB_CONF_PATH: join(folder, "domain/etc/smb.conf"),
    KRB5_CONFIG: join(folder, "domain/private/krb5.conf"),
    PASSWD_FILE: join(folder, "password"),
  };
  return async (program, given, { as = "Administrator", input = "" } = {}) => {
    const target = ["-t", inside(), "--net", "--mount", "--pid"];
    const { stdout } = await execa("nsenter", [...target, program, ...given, "-U", as], { env, input });
    return stdout;
  };
}

/** Gives the first process inside the namespaces, which is the only child of the one that made them. */
function innerProcess(pid: number | undefined): string {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
}

/** Waits until files and directory can both be had, for three minutes at most: a busy machine takes its time. */
async function untilItAnswers(run: Domain["run"]): Promise<{ all: string } | undefined> {
  const end = Date.now() + 180_000;
  for (;;) {
    try {
      await run("smbclient", [`//${server}/sysvol`, "-c", "ls"]);
      await run("ldbsearch", ["-H", `ldap://${server}`, "-s", "base", "-b", ""]);
      return undefined;
    } catch (error) {
      if (Date.now() > end) return { all: String(error) };
      await sleep(200);
    }
  }
}
