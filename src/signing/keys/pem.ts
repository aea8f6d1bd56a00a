import { createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from "node:crypto";
import { PFX } from "@peculiar/asn1-pfx";
import { PortkeepError } from "../../errors.ts";
import { parseAsn1 } from "../asn1.ts";
import { type PemBlock, pemBlocks, pemBytes } from "../certificates/pem.ts";
import { decryptOldPem, decryptPkcs8, type GivenPassword } from "./encrypted-key.ts";
import { usableKey } from "./key-type.ts";
import { encryptedPart } from "./pkcs8.ts";

/**
 * Reads a private key: PKCS#8 or the older forms, as PEM (whatever else the file holds) or DER, also encrypted. The
 * password is not kept. Throws `key-missing`, `several-keys`, `key-unreadable`, `key-encrypted`, `key-wrong-password`,
 * `key-cipher-unsupported`, `key-too-costly`, `key-unsupported`.
 */
export function readPrivateKey(bytes: Uint8Array, password: GivenPassword): KeyObject {
  try {
    const blocks = pemBlocks(bytes);
    return usableKey(blocks.length > 0 ? keyInPem(blocks, password) : keyInDer(bytes, password));
  } catch (error) {
    if (error instanceof PortkeepError) throw error;
    throw new PortkeepError("key-unreadable", {});
  }
}

function keyInPem(blocks: readonly PemBlock[], password: GivenPassword): KeyObject {
  const [block, ...others] = blocks.filter(({ label }) => label.endsWith("PRIVATE KEY"));
  if (!block) {
    const found = [...new Set(blocks.map(({ label }) => label))].slice(0, 5);
    throw new PortkeepError("key-missing", { found });
  }
  if (others.length > 0) throw new PortkeepError("several-keys", { count: others.length + 1 });
  if (block.label === "ENCRYPTED PRIVATE KEY") {
    return decryptPkcs8(encryptedPart(pemBytes(block)), password);
  }
  const cipher = /^DEK-Info: *([\w-]{1,40})/m.exec(block.text)?.[1];
  return cipher === undefined
    ? createPrivateKey({ key: block.text, format: "pem" })
    : decryptOldPem(block.text, cipher, password);
}

function keyInDer(der: Uint8Array, password: GivenPassword): KeyObject {
  const key = Buffer.from(der);
  const plain = forms
    .map((type) => attempt(() => createPrivateKey({ key, format: "der", type })))
    .find(Boolean);
  if (plain) return plain;
  const encrypted = attempt(() => encryptedPart(der));
  if (encrypted) return decryptPkcs8(encrypted, password);
  const other = others.find(([, read]) => attempt(() => read(key)));
  if (other) throw new PortkeepError("key-missing", { found: [other[0]] });
  throw new PortkeepError("key-unreadable", {});
}

const forms = ["pkcs8", "pkcs1", "sec1"] as const;

/** What is mistaken for a private key, in the words of PEM headers. */
const others: [name: string, read: (der: Buffer) => unknown][] = [
  ["CERTIFICATE", (der) => new X509Certificate(der)],
  ["PUBLIC KEY", (key) => createPublicKey({ key, format: "der", type: "spki" })],
  ["PKCS12", (der) => parseAsn1(der, PFX)],
];

function attempt<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch {
    return null;
  }
}
