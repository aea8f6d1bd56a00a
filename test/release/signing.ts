import { cpSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { root, signer } from "../cli/signed.ts";
import { installPrograms } from "../rig/packages.ts";
import type { Issued } from "../signing/certificates.ts";
import { installTools } from "../signing/tools.ts";
import { copyOfCheckout, folderOfFile, packageFile, packedForRelease } from "./packed.ts";

await installTools();
await installPrograms([
  { program: "zip", packages: ["zip"] },
  { program: "unzip", packages: ["unzip"] },
  { program: "jq", packages: ["jq"] },
]);

const copy = copyOfCheckout();
export const packed = await packedForRelease(copy);
export const catalogFile = packageFile.replace("portkeep-", "portkeep-catalog-").replace(".tgz", ".zip");

/** openssl with a key in a file stands in for the signer of a release. */
export const configured = {
  SIGN_COMMAND: `openssl pkeyutl -sign -inkey "${signer.keyFile}" -in {hash} -pkeyopt digest:{hash-name}`,
  SIGN_CERTIFICATE: signer.chainPem,
  SIGN_ROOT: root.certificatePem,
  // What is signed twice is the same only without the time.
  SIGN_TIMESTAMP: "none",
};

const script = (name: string) => join(copy, ".github/release", name);
const isHidden = (name: string) => name.startsWith(".");

/** Runs the release's signing in a folder that has nothing but what was packed, and folders of its own. */
export async function sign(variables: Record<string, string>, ...others: string[]) {
  const folder = folderOfFile();
  for (const other of others) mkdirSync(join(folder, other));
  cpSync(packed, join(folder, "packed"), { recursive: true });
  mkdirSync(join(folder, "tmp"));
  const env = { TMPDIR: join(folder, "tmp"), ...variables };
  const outcome = await execa(script("sign.sh"), ["packed", "release"], {
    ...{ cwd: folder, env, reject: false },
  });
  const left = [...readdirSync(join(folder, "tmp")), ...readdirSync(folder).filter(isHidden)];
  return { ...outcome, folder, left };
}

/** Checks a release's folder under a root, and its timestamps under one of theirs. */
export const verify = (folder: string, { certificatePem } = root, timestampRoot?: Issued) =>
  execa(script("verify.sh"), [folder, certificatePem, timestampRoot?.certificatePem ?? ""], {
    ...{ reject: false, all: true },
  });
