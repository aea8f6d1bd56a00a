import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { openssl } from "../signing/keys/openssl-keys.ts";
import { makePfx } from "../signing/keys/pfx/pfx.ts";
import { makeRoot } from "../signing/pki.ts";
import { localAuthority, resets, status } from "../signing/timestamp/local-authority.ts";
import { builtProgram } from "./built-program.ts";
import { searchFor } from "./canaries.ts";
import { filesIn, stateVariables } from "./console.ts";
import { folderToSign, signer, signers } from "./signed.ts";
import { type Watched, watch } from "./watched.ts";

const program = await builtProgram();
export const passwords = {
  right: "canary-8c1f right",
  wrong: "canary-04d7 wrong",
  own: "canary-b2e9 own",
  pin: "canary-66aa-pin",
};
const weak = await makeRoot({ name: "Weak", key: "rsa1024" });
const { p256 } = signers;
const search = searchFor(passwords, { rsa: signer.keyPem, ec: p256.keyPem, weak: weak.keyPem });

const encrypted = (...options: string[]) =>
  openssl(["pkcs8", "-topk8", "-in", signer.keyFile, "-passout", "PASSWORD", ...options], passwords.right);
const old = openssl(
  ["rsa", "-in", signer.keyFile, "-traditional", "-aes128", "-passout", "PASSWORD"],
  passwords.right,
);
export const pfx = await makePfx(signer, passwords.right);
const pem = encrypted("-v2", "aes-256-cbc").toString();
const keyFiles: Record<string, string | Uint8Array> = {
  "signer.pfx": pfx,
  "legacy.pfx": await makePfx(signer, passwords.right, ["-legacy"]),
  "damaged.pfx": pfx.subarray(0, -20),
  "weak.pfx": await makePfx({ ...weak, chainFile: weak.certificateFile }, passwords.right),
  "encrypted.pem": pem,
  "old.pem": old,
  "damaged-encrypted.pem": pem.replace(/.{64}\n(?=.*\n-----END)/, ""),
  "damaged.pem": signer.keyPem.replace("MII", "MIJ"),
  "cut-off.pem": signer.keyPem.slice(0, -400),
  "two.pem": signer.keyPem + p256.keyPem,
  "p256.pem": p256.keyPem,
  "weak.pem": weak.keyPem,
  "right.txt": passwords.right,
  "wrong.txt": passwords.wrong,
  "two-lines.txt": `${passwords.right}\n${passwords.wrong}\n`,
};

// It tells whoever looks all that it knows, and fails.
const gossip = `cat /proc/self/environ /proc/$$/environ /proc/$$/cmdline /proc/$PPID/cmdline > "$HOME/told.bin"
for stream in 1 2; do echo "$0 $@ HSM_PIN=$HSM_PIN" >&$stream; env >&$stream; done
exit 1
`;

/** A run of portkeep; REFUSES and BREAKS stand for the addresses of two timestamp authorities. */
export interface Case {
  argv: string[];
  stdin?: string | Uint8Array;
  env?: Record<string, string>;
}

/** Signs a script. */
export const sign = (...options: string[]): Case => ({ argv: ["sign", "script.ps1", ...options] });

/** Runs portkeep in a folder with all the files, where it keeps its state and its temporary files too. */
export async function run(
  { argv, stdin = "", env = {} }: Case,
  options: readonly string[] = [],
  { before = "" } = {},
): Promise<Watched> {
  const folder = folderToSign({
    ...keyFiles,
    "p256-chain.pem": p256.chainPem,
    "gossip.sh": gossip,
    "before.cjs": before,
  });
  mkdirSync(join(folder, "tmp"));
  const inputs = filesIn(folder).filter((name) => name !== "script.ps1");
  const [refuses, breaks] = await Promise.all([
    localAuthority(status(404)),
    localAuthority(resets, status(404)),
  ]);
  const words = argv.map((word) => word.replace("REFUSES", refuses.url).replace("BREAKS", breaks.url));
  return watch({
    argv: ["--require", join(folder, "before.cjs"), program, ...words, ...options],
    folder,
    env: {
      PATH: process.env.PATH,
      TMPDIR: join(folder, "tmp"),
      PORTKEEP_PASSWORD: passwords.own,
      ...stateVariables(folder),
      ...env,
    },
    stdin,
    inputs,
  });
}

/** Gives the traces in which there is a secret, with its name. */
export function leaksIn({ traces }: Watched, find = search): Record<string, string[]> {
  const found = Object.entries(traces).map(([name, text]) => [name, find(text)] as const);
  return Object.fromEntries(found.filter(([, names]) => names.length > 0));
}
