import { X509Certificate } from "node:crypto";
import { ContentInfo } from "@peculiar/asn1-cms";
import { openssl } from "../signing/keys/openssl-keys.ts";
import { assemble, bagsOf, partsOf, partWith, pkcs12Mac } from "../signing/keys/pfx/assemble.ts";
import { makeOpenPfx, makePfx } from "../signing/keys/pfx/pfx.ts";
import { type CertificateOptions, type Issued, issue, makeRoot, pki } from "../signing/pki.ts";
import { scriptOf } from "./console.ts";

const { intermediate, signers } = await pki();
const { rsa2048: signer, rsa3072: other, p256 } = signers;

const unfit = (name: string, options: CertificateOptions) =>
  issue(intermediate, { key: signer, name, ...options });
const [expired, early, forServers, forNothing, attesting, weak, p521, development] = await Promise.all([
  unfit("Expired", { notAfter: new Date("2021-01-01") }),
  unfit("Early", { notBefore: new Date("2048-01-01") }),
  unfit("For Servers", { usage: "serverAuth" }),
  unfit("For Nothing", { usage: "none" }),
  unfit("Attesting", { extensions: { keyUsage: "critical,nonRepudiation" } }),
  issue(intermediate, { key: "rsa1024" }),
  issue(intermediate, { key: "p521" }),
  makeRoot({ name: "portkeep development certificate (not trusted)", usage: "codeSigning", ca: false }),
]);

/** Gives so many certificates of one, of which the last bytes, in the signature, differ. */
function variants({ certificatePem }: Issued, count: number): string {
  const der = Buffer.from(new X509Certificate(certificatePem).raw);
  return Array.from({ length: count }, (_, index) => {
    der.writeUInt16BE(index, der.length - 2);
    return `-----BEGIN CERTIFICATE-----\n${der.toString("base64")}\n-----END CERTIFICATE-----\n`;
  }).join("");
}

const open = partsOf(await makeOpenPfx(signer));
const certBag = "1.2.840.113549.1.12.10.1.3";
const bagsWhere = (wanted: (isCertificate: boolean) => boolean) =>
  partWith(open.flatMap(bagsOf).filter(({ bagId }) => wanted(bagId === certBag)));
const enveloped = new ContentInfo({
  contentType: "1.2.840.113549.1.7.3",
  content: new Uint8Array([0x30, 0]).buffer,
});
const pfx = await makePfx(signer, "right");

const pfxFiles = {
  "signer.pfx": pfx,
  "damaged.pfx": pfx.subarray(0, -100),
  "for-a-certificate.pfx": assemble([enveloped]),
  "certificates.pfx": assemble([bagsWhere((isCertificate) => isCertificate)]),
  "two-keys.pfx": assemble([...open, ...partsOf(await makeOpenPfx(other))]),
  "key-alone.pfx": assemble([bagsWhere((isCertificate) => !isCertificate)]),
  "costly.pfx": assemble(open, (content) =>
    Object.assign(pkcs12Mac("right")(content), { iterations: 100_000_000 }),
  ),
};

const encrypt = ["pkcs8", "-topk8", "-in", signer.keyFile, "-v2", "aes-256-cbc", "-passout", "PASSWORD"];

const pemFiles = {
  "key.pem": signer.keyPem,
  "chain.pem": signer.chainPem,
  "other.pem": other.keyPem,
  "other-chain.pem": other.chainPem,
  "p256.pem": p256.keyPem,
  "p256-chain.pem": p256.chainPem,
  "encrypted.pem": openssl(encrypt, "right"),
  "old-cipher.pem": `-----BEGIN RSA PRIVATE KEY-----
Proc-Type: 4,ENCRYPTED
DEK-Info: IDEA-CBC,0011223344556677

AAAA
-----END RSA PRIVATE KEY-----
`,
  "two-keys.pem": signer.keyPem + other.keyPem,
  "damaged.pem": signer.keyPem.replace("MII", "MIJ"),
  "weak.pem": weak.keyPem,
  "p521.pem": p521.keyPem,
  "p521-chain.pem": p521.chainPem,
  "development.pem": development.keyPem + development.certificatePem,
  "expired.pem": expired.chainPem,
  "early.pem": early.chainPem,
  "for-servers.pem": forServers.chainPem,
  "for-nothing.pem": forNothing.chainPem,
  "attesting.pem": attesting.chainPem,
  "many.pem": variants(signer, 101),
};

const textFiles = {
  "script.ps1": scriptOf({ products: ["ias"] }),
  "accents.ps1": Buffer.from("'na\u00efef'\r\n"),
  "high-byte-first.ps1": Buffer.from("\ufeff'x'\r\n", "utf16le").swap16(),
  "damaged.ps1": Buffer.from("efbbbf27ff27", "hex"),
  "marker.ps1": "'x'\r\n# SIG # Begin signature block\r\n'y'\r\n",
  "plain.txt": "nothing\n",
  "right.txt": "right\n",
  "wrong.txt": "wrong\n",
  "two-lines.txt": "right\nwrong\n",
};

const base64 = ({ certificatePem }: Issued) => new X509Certificate(certificatePem).raw.toString("base64");
const answers = (answer: object) => `read request\necho '${JSON.stringify(answer)}'\n`;

/** Programs that stay, and do not sign. */
const shellFiles = {
  "refuses.sh": answers({ id: 1, error: "the token is locked" }),
  "unasked.sh": answers({ id: 7, signature: "AAAA" }),
  "signs-nothing.sh": answers({ id: 1 }),
  "not-a-certificate.sh": answers({ id: 1, signature: "AAAA", certificates: ["AAAA"] }),
  "other-certificate.sh": answers({ id: 1, signature: "AAAA", certificates: [base64(other)] }),
};

/** What the command lines of errors about signing name. */
export const signingFiles: Record<string, string | Uint8Array> = {
  ...pfxFiles,
  ...pemFiles,
  ...textFiles,
  ...shellFiles,
};
