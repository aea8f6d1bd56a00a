import type { ErrorTexts } from "../text/error-text.ts";
import { printable, quoted } from "../text/words.ts";
import { chainFaultText } from "../verify/chain-fault-texts.ts";
import { chainFaults } from "./chain-faults.ts";
import { allOf, counted, grouped } from "./words.ts";

/** What can be wrong with keys and certificates, in English. */
export const keyErrors = {
  "certificate-unreadable": () =>
    "this is no certificate that can be read. Give a .cer, .crt, .pem or .p7b file; a .pfx or .p12 belongs to --sign-pfx.",
  "certificate-missing": ({ found }) =>
    `it holds no certificate${found.length > 0 ? `, only ${allOf(found.map(quoted))}` : ""}. Give a .cer, .crt, .pem or .p7b file.`,
  "too-many-certificates": ({ limit }) =>
    `it holds more than ${grouped(limit)} certificates. Keep the signer's own and those between it and the root.`,
  "pfx-unreadable": () =>
    "this is no PFX (PKCS#12) that can be read: it is something else, or damaged. Give a .pfx or .p12 file; a PEM file belongs to --sign-key.",
  "pfx-wrong-password": ({ empty }) =>
    empty
      ? "it needs a password. Give it with --sign-password-file or --sign-password-env, or at the prompt."
      : "the password does not fit. Check it, capitals included, and whether the file is the right one.",
  "pfx-unsupported": ({ oid }) =>
    `it is not protected by a password, but for a certificate or for a group of users (${printable(oid)}). Export it again with a password.`,
  "pfx-without-key": ({ certificates }) =>
    `it holds ${counted(certificates, "certificate")} and no private key. Export it again together with the key.`,
  "pfx-several-keys": ({ count }) =>
    `it holds ${grouped(count)} private keys, so it is not clear which is to sign. Export the one that is meant into a file of its own.`,
  "key-missing": ({ found }) =>
    `it holds no private key, only ${allOf(found.map(quoted))}. ${
      found.includes("PKCS12") ? "Give this file with --sign-pfx." : "Give the file with the private key."
    }`,
  "several-keys": ({ count }) =>
    `it holds ${grouped(count)} private keys. Keep the one that is to sign in a file of its own.`,
  "key-unreadable": () =>
    "this is no private key that can be read: it is something else, or damaged. Give a key as PKCS#8, PKCS#1 or SEC1, in PEM or DER.",
  "key-encrypted": () =>
    "the key is encrypted. Give its password with --sign-password-file or --sign-password-env, or at the prompt.",
  "key-wrong-password": () => "the password does not fit the key. Check it, capitals included.",
  "key-cipher-unsupported": ({ cipher }) =>
    `the key is encrypted in a way that portkeep does not know (${printable(cipher)}). Encrypt it anew, with AES: for a PEM with openssl pkcs8 -topk8, for a PFX by exporting it again.`,
  "key-too-costly": ({ limit }) =>
    `its password would take more than ${grouped(limit)} rounds of hashing to try. Export it again with fewer; a million are plenty.`,
  "key-unsupported": (facts) =>
    `scripts cannot be signed with ${keyName(facts)}. Use an RSA key of 2048 to 4096 bits, or one on P-256 or P-384.`,
  "key-without-certificate": ({ certificates }) =>
    certificates === 0
      ? "there is no certificate with the key. Give the one that was issued for it."
      : `none of ${counted(certificates, "certificate")} belongs to the private key. Give the one that was issued for it.`,
  "certificate-unfit": ({ subject, fault }) =>
    `the certificate of ${quoted(subject)} ${chainFaultText(fault, chainFaults)}. Sign with one that is for code signing and valid now.`,
  "hash-not-for-key": () =>
    "SHA-1 is for Windows Server 2003, which cannot judge a signature by an ECDSA key. Use an RSA key, or --hash sha256.",
  "hash-forbidden": ({ hash }) =>
    `OpenSSL's policy on this machine does not allow signatures with ${hash}. Use another --hash, or sign on another machine.`,
} satisfies Partial<ErrorTexts>;

function keyName({ type, bits, curve }: { type: string; bits: number | null; curve: string | null }): string {
  const size = bits === null ? "" : ` of ${grouped(bits)} bits`;
  return `a key of type ${printable(type)}${size}${curve === null ? "" : ` on ${printable(curve)}`}`;
}
