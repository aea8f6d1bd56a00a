import { cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { sha256 } from "../../src/delivery/sha256.ts";
import { manifestName, sealName, sealText } from "../../src/fleet/seal.ts";
import { root, signedBy, signer } from "../cli/signed.ts";
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

const lastCatalog = "last-catalog.zip";
const script = (name: string) => join(copy, ".github/release", name);
const isHidden = (name: string) => name.startsWith(".");

/** Runs the release's signing in a folder that has what was packed, and nothing else but what `prepare` puts there. */
export async function sign(
  variables: Record<string, string>,
  prepare: (folder: string) => unknown = () => {},
) {
  const folder = folderOfFile();
  await prepare(folder);
  cpSync(packed, join(folder, "packed"), { recursive: true });
  mkdirSync(join(folder, "tmp"));
  const env = { TMPDIR: join(folder, "tmp"), ...variables };
  const outcome = await execa(script("sign.sh"), ["packed", "release", lastCatalog], {
    ...{ cwd: folder, env, reject: false },
  });
  const left = [...readdirSync(join(folder, "tmp")), ...readdirSync(folder).filter(isHidden)];
  return { ...outcome, folder, left };
}

/** Zips a site as the catalogue of the last release, in a folder where signing looks for it. */
export const zipLast = (site: string, folder: string) =>
  execa("zip", ["-q", "-r", join(folder, lastCatalog), "."], { cwd: site });

/** Puts a manifest with these lines into a site, vouched for by the release's signer. */
export async function seal(site: string, lines: string, serial: number): Promise<void> {
  const text = sealText({ sha256: sha256(Buffer.from(lines)), serial, sites: 0, scripts: 0 });
  writeFileSync(join(site, manifestName), lines);
  writeFileSync(join(site, sealName), await signedBy(signer, Buffer.from(text)));
}

/** Checks a release's folder under a root, and its timestamps under one of theirs. */
export const verify = (folder: string, { certificatePem } = root, timestampRoot?: Issued) =>
  execa(script("verify.sh"), [folder, certificatePem, timestampRoot?.certificatePem ?? ""], {
    ...{ reject: false, all: true },
  });
