import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import type { Issued } from "../certificates.ts";

export interface AuthorityOptions {
  /** The hash under the authority's own signature. */
  hash?: "sha1" | "sha256" | "sha384" | "sha512";
  /** The hash by which the token names the authority's certificate; SHA-1 means the first version of the attribute. */
  idHash?: "sha1" | "sha256" | "sha384" | "sha512";
  /** The hashes that a request may use. */
  accepted?: string;
  /** Further settings of openssl's, such as `accuracy`. */
  settings?: Record<string, string>;
}

/** Gives openssl's reply to a request, signed by `authority`, which must be fit for it. */
export function opensslReply(
  query: Uint8Array,
  authority: Issued,
  {
    hash = "sha256",
    idHash = "sha256",
    accepted = "sha1,sha256,sha384,sha512",
    settings,
  }: AuthorityOptions = {},
): Promise<Buffer> {
  // openssl adds the authority's own certificate by itself.
  const others = authority.chainPem.replace(authority.certificatePem, "");
  const all = {
    serial: "serial",
    signer_cert: authority.certificateFile,
    ...(others && { certs: "others.pem" }),
    signer_key: authority.keyFile,
    signer_digest: hash,
    default_policy: "1.2.3.4.1",
    digests: accepted,
    ess_cert_id_alg: idHash,
    ...settings,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name} = ${value}\n`);
  return inFolder(async (folder) => {
    writeFileSync(join(folder, "query.tsq"), query);
    writeFileSync(join(folder, "others.pem"), others);
    writeFileSync(join(folder, "ts.cnf"), `[tsa]\ndefault_tsa = own\n[own]\n${lines.join("")}`);
    await execa("openssl", "ts -reply -config ts.cnf -queryfile query.tsq -out reply.tsr".split(" "), {
      cwd: folder,
    });
    return readFileSync(join(folder, "reply.tsr"));
  });
}

/** Gives the token in a reply, by openssl. */
export function opensslToken(reply: Uint8Array): Promise<Buffer> {
  return inFolder(async (folder) => {
    writeFileSync(join(folder, "reply.tsr"), reply);
    await execa("openssl", "ts -reply -in reply.tsr -token_out -out token.der".split(" "), { cwd: folder });
    return readFileSync(join(folder, "token.der"));
  });
}

/** Gives what openssl reads in a token. */
export function opensslText(token: Uint8Array): Promise<string> {
  return inFolder(async (folder) => {
    writeFileSync(join(folder, "token.der"), token);
    const given = "ts -reply -token_in -in token.der -token_out -text".split(" ");
    const { stdout } = await execa("openssl", given, { cwd: folder });
    return stdout;
  });
}

/** Gives the signed content of a token, by openssl. */
export function opensslContent(token: Uint8Array): Promise<Buffer> {
  return inFolder(async (folder) => {
    writeFileSync(join(folder, "token.der"), token);
    const given = "cms -verify -noverify -binary -inform DER -in token.der -out content.der".split(" ");
    await execa("openssl", given, { cwd: folder });
    return readFileSync(join(folder, "content.der"));
  });
}

const tstInfoOid = "1.2.840.113549.1.9.16.1.4";

/** Gives a token made without the checks of `openssl ts`: the signer and the content's type may be any. */
export function opensslSigned(
  content: Uint8Array,
  signer: Issued,
  { type = tstInfoOid, more = ["-cades"] }: { type?: string; more?: readonly string[] } = {},
): Promise<Buffer> {
  return inFolder(async (folder) => {
    writeFileSync(join(folder, "content.der"), content);
    await execa(
      "openssl",
      [
        ...["cms", "-sign", "-binary", "-nodetach", "-nosmimecap", "-in", "content.der", "-outform", "DER"],
        ...["-econtent_type", type, "-signer", signer.certificateFile],
        ...["-inkey", signer.keyFile, "-md", "sha256", "-out", "token.der", ...more],
      ],
      { cwd: folder },
    );
    return readFileSync(join(folder, "token.der"));
  });
}

/** Says what openssl thinks of a token for these bytes: `Verification: OK`, or its error. */
export function opensslVerify(token: Uint8Array, message: Uint8Array, root: Issued): Promise<string> {
  return inFolder(async (folder) => {
    writeFileSync(join(folder, "token.der"), token);
    writeFileSync(join(folder, "message"), message);
    const given = "ts -verify -token_in -in token.der -data message -CAfile".split(" ");
    const options = { cwd: folder, reject: false, all: true };
    const { all } = await execa("openssl", [...given, root.certificateFile], options);
    return all ?? "";
  });
}

/** Says whether openssl finds a token signed by somebody who leads to `root`; it is not asked whether for timestamps. */
export function opensslTrusts(token: Uint8Array, root: Issued): Promise<boolean> {
  return inFolder(async (folder) => {
    writeFileSync(join(folder, "token.der"), token);
    const given = "cms -verify -binary -inform DER -in token.der -out content -purpose any -CAfile".split(
      " ",
    );
    const { exitCode } = await execa("openssl", [...given, root.certificateFile], {
      cwd: folder,
      reject: false,
    });
    return exitCode === 0;
  });
}

async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "portkeep-ts-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
