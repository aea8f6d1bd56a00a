import { scriptSigner } from "../../../src/signing/authenticode/sign.ts";
import { readCertificates } from "../../../src/signing/certificates/read.ts";
import type { HashName } from "../../../src/signing/hash.ts";
import { inProcessSigner } from "../../../src/signing/keys/in-process.ts";
import { pairKey } from "../../../src/signing/keys/key-pair.ts";
import { readPrivateKey } from "../../../src/signing/keys/pem.ts";
import { makeRequest } from "../../../src/signing/timestamp/request.ts";
import type { Issued } from "../pki.ts";
import { opensslReply, opensslToken } from "../timestamp/openssl-ts.ts";

type Stamp = (signature: Uint8Array, hash: HashName) => Promise<Uint8Array>;

const hash = "sha256";

/** Signs a script as the product does with a key in this process. */
export function sign(script: Uint8Array, { keyPem, chainPem }: Issued, stamp?: Stamp): Promise<Buffer> {
  const key = readPrivateKey(Buffer.from(keyPem), null);
  const pair = pairKey({ key, certificates: readCertificates(Buffer.from(chainPem)) }, { hash });
  return scriptSigner(inProcessSigner(pair), { hash, stamp })(script);
}

/** Has openssl give timestamps in the name of an authority. */
export function stampedBy(authority: Issued): Stamp {
  return async (signature, name) =>
    opensslToken(await opensslReply(makeRequest(signature, name).der, authority));
}
