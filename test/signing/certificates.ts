import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { isAlive } from "../rig/lock.ts";
import { rigFolder } from "../rig/places.ts";

/** Also `rsa1024`, `p521` or `ed25519`, for tests of what is refused. */
export type KeyKind = `rsa${number}` | "p256" | "p384" | "p521" | "ed25519";

export interface CertificateOptions {
  /** The subject's common name. */
  name?: string;
  /** A kind of which a new key is made, or the key of another certificate. */
  key?: KeyKind | Issued;
  /** An extended key usage in openssl's words, such as `codeSigning`; "none" leaves the extension out. */
  usage?: "codeSigning" | "timeStamping" | "serverAuth" | "anyExtendedKeyUsage" | "none";
  ca?: boolean;
  /** The hash in the issuer's signature. */
  hash?: "sha256" | "sha384" | "sha1";
  notBefore?: Date;
  notAfter?: Date;
  /** Extensions in openssl's words, over the usual ones; null leaves one out. */
  extensions?: Record<string, string | null>;
  /** Where the files go; a folder of this process by default. */
  folder?: string;
}

/** A certificate and its private key, unencrypted PKCS#8, as text and as files. */
export interface Issued {
  keyPem: string;
  certificatePem: string;
  /** This certificate and those between it and the root; the root has an empty one. */
  chainPem: string;
  keyFile: string;
  certificateFile: string;
  chainFile: string;
}

/** Makes a certificate authority that signs itself. */
export function makeRoot(options: CertificateOptions = {}): Promise<Issued> {
  return make(undefined, { name: "Test Root", ca: true, ...options });
}

/** Makes a certificate signed by `parent`: one for code signing, with a P-256 key, unless asked otherwise. */
export function issue(parent: Issued, options: CertificateOptions = {}): Promise<Issued> {
  return make(parent, options);
}

async function make(parent: Issued | undefined, options: CertificateOptions): Promise<Issued> {
  const folder = mkdtempSync(join(options.folder ?? ownFolder(), "certificate-"));
  const file = (name: string) => join(folder, name);
  const keyFile = await placeKey(options.key ?? "p256", file("key.pem"));
  writeFileSync(file("openssl.cnf"), configuration(options, parent === undefined));
  writeFileSync(file("index.txt"), "");
  const openssl = (...given: string[]) => execa("openssl", given, { cwd: folder });
  const subject = `/CN=${(options.name ?? "Test Signer").replace(/[/+\\]/g, "\\$&")}`;
  await openssl(
    ...["req", "-new", "-config", "openssl.cnf", "-utf8", "-subj", subject, "-key", keyFile],
    ...["-out", "request.pem"],
  );
  const issuer = parent
    ? ["-cert", parent.certificateFile, "-keyfile", parent.keyFile]
    : ["-selfsign", "-keyfile", keyFile];
  await openssl(
    ...["ca", "-batch", "-notext", "-config", "openssl.cnf", "-in", "request.pem", "-out", "certificate.pem"],
    ...["-startdate", stamp(options.notBefore ?? new Date("2020-01-01")), "-enddate"],
    ...[stamp(options.notAfter ?? new Date("2049-12-31")), "-md", options.hash ?? "sha256", ...issuer],
  );
  const certificatePem = readFileSync(file("certificate.pem"), "utf8");
  const chainPem = parent ? certificatePem + parent.chainPem : "";
  writeFileSync(file("chain.pem"), chainPem);
  return {
    keyPem: readFileSync(keyFile, "utf8"),
    certificatePem,
    chainPem,
    keyFile,
    certificateFile: file("certificate.pem"),
    chainFile: file("chain.pem"),
  };
}

async function placeKey(key: KeyKind | Issued, file: string): Promise<string> {
  if (typeof key !== "string") {
    return key.keyFile;
  }
  const [, kind, size] = /^(rsa|p)(\d+)$/.exec(key) ?? [];
  const algorithm = {
    rsa: ["-algorithm", "RSA", "-pkeyopt", `rsa_keygen_bits:${size}`],
    p: ["-algorithm", "EC", "-pkeyopt", `ec_paramgen_curve:P-${size}`],
  }[kind ?? ""] ?? ["-algorithm", key];
  await execa("openssl", ["genpkey", ...algorithm, "-out", file]);
  return file;
}

function configuration(options: CertificateOptions, isRoot: boolean): string {
  const { ca = false, usage = ca ? "none" : "codeSigning" } = options;
  const critical = usage === "timeStamping" ? "critical," : "";
  const extensions = {
    basicConstraints: `critical,CA:${ca ? "TRUE" : "FALSE"}`,
    keyUsage: `critical,${ca ? "keyCertSign,cRLSign" : "digitalSignature"}`,
    extendedKeyUsage: usage === "none" ? null : `${critical}${usage}`,
    subjectKeyIdentifier: "hash",
    authorityKeyIdentifier: isRoot ? null : "keyid:always",
    ...options.extensions,
  };
  const lines = Object.entries(extensions).flatMap(([name, value]) => (value ? `${name} = ${value}` : []));
  return `[ca]
default_ca = own
[own]
database = index.txt
new_certs_dir = .
rand_serial = yes
policy = any
preserve = yes
x509_extensions = extensions
[any]
commonName = optional
[req]
distinguished_name = name
string_mask = utf8only
[name]
[extensions]
${lines.join("\n")}
`;
}

// YYYYMMDDHHMMSSZ.
function stamp(date: Date): string {
  return date.toISOString().replace(/\.\d+|\W|T/g, "");
}

let own: string | undefined;

// A worker's end runs no code: what it left is removed by a later one.
function ownFolder(): string {
  if (own === undefined) {
    const all = join(rigFolder, "certificates");
    own = join(all, String(process.pid));
    mkdirSync(own, { recursive: true });
    for (const owner of readdirSync(all).filter((name) => !isAlive(Number(name)))) {
      rmSync(join(all, owner), { recursive: true, force: true });
    }
  }
  return own;
}
