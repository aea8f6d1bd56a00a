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

/** Makes a domain and starts it. Takes some ten seconds, and needs root, for a network of its own. */
export async function startDomain(): Promise<Domain> {
  await installSamba();
  if (process.getuid?.() !== 0) throw new Error("A domain in a network of its own needs root.");
  const folder = mkdtempSync(join(tmpdir(), "portkeep-domain-"));
  // Samba reads as whoever asks it.
  chmodSync(folder, 0o711);
  const password = `Pw.${randomBytes(12).toString("hex")}`;
  writeFileSync(join(folder, "hosts"), `127.0.0.1 localhost\n${address} dc1.portkeep.test dc1\n`);
  writeFileSync(join(folder, "resolv.conf"), `nameserver ${address}\nsearch portkeep.test\n`);
  writeFileSync(join(folder, "password"), password, { mode: 0o600 });
  // All of it ends with this process, however that ends.
  const namespaces = ["unshare", "--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"];
  const holder = execa("setpriv", ["--pdeathsig=KILL", ...namespaces, "bash", script, folder], {
    reject: false,
    all: true,
  });
  let said: string | undefined;
  void holder.then(({ all }) => {
    said = all;
  });
  const stop = async () => {
    holder.kill("SIGKILL");
    await holder;
    rmSync(folder, { recursive: true, force: true });
  };
  const run: Domain["run"] = async (program, given, { as = "Administrator", input } = {}) => {
    const target = ["-t", String(innerProcess(holder.pid)), "--net", "--mount", "--pid"];
    const { stdout } = await execa("nsenter", [...target, program, ...given, "-U", as], {
      env: {
        SMB_CONF_PATH: join(folder, "domain/etc/smb.conf"),
        KRB5_CONFIG: join(folder, "domain/private/krb5.conf"),
        PASSWD_FILE: join(folder, "password"),
      },
      ...(input === undefined ? { stdin: "ignore" } : { input }),
    });
    return stdout;
  };
  try {
    for (let tries = 0; !(await answers(run)); tries++) {
      if (said !== undefined || tries > 300) throw new Error(`The domain did not start: ${said}`);
      await sleep(200);
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { run, folder, stop };
}

async function answers(run: Domain["run"]): Promise<boolean> {
  try {
    await run("smbclient", ["//dc1.portkeep.test/sysvol", "-c", "ls"]);
    await run("ldbsearch", ["-H", "ldap://dc1.portkeep.test", "-s", "base", "-b", ""]);
    return true;
  } catch {
    return false;
  }
}

/** Gives the first process inside the namespaces, which is the only child of the one that made them. */
function innerProcess(pid: number | undefined): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8"));
}
