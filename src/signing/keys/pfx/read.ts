import type { KeyObject, X509Certificate } from "node:crypto";
import {
  CertBag,
  id_certBag,
  id_keyBag,
  id_pkcs8ShroudedKeyBag,
  PFX,
  type SafeBag,
} from "@peculiar/asn1-pfx";
import { PortkeepError } from "../../../errors.ts";
import { parseAsn1 } from "../../asn1.ts";
import { readCertificate, uniqueCertificates } from "../../certificates/read.ts";
import type { KeyStore } from "../key-store.ts";
import { usableKey } from "../key-type.ts";
import { Budget } from "../pbe/budget.ts";
import { decrypt } from "../pbe/decrypt.ts";
import { type Password, passwordForms, wipe } from "../pbe/password.ts";
import { encryptedPart, keyFromPkcs8 } from "../pkcs8.ts";
import { bagsIn, dataOf, Octets, type Open } from "./bags.ts";
import { hasMac, isMacOf } from "./mac.ts";

const x509Certificate = "1.2.840.113549.1.9.22.1";

/**
 * Reads a PFX (PKCS#12) of any generation. The password is a text, or one in UTF-8; empty where there is none.
 * Throws `pfx-unreadable`, `pfx-wrong-password`, `pfx-unsupported`, `pfx-without-key`, `pfx-several-keys`,
 * `key-cipher-unsupported`, `key-too-costly`, `key-unsupported`.
 */
export function readPfx(bytes: Uint8Array, password: Uint8Array | string): KeyStore {
  const forms = passwordForms(password);
  try {
    const { content, open } = unlock(bytes, forms);
    const bags = bagsIn(content, open);
    const certificates = uniqueCertificates(bags.flatMap(certificatesIn));
    const keys = bags.flatMap((bag) => keysIn(bag, open));
    return { key: usableKey(chosenKey(keys, certificates)), certificates };
  } catch (error) {
    if (error instanceof PortkeepError && error.code !== "certificate-unreadable") throw error;
    throw new PortkeepError("pfx-unreadable", {});
  } finally {
    wipe(forms);
  }
}

/** Finds the form of the password that the MAC is by, and gives what is under the MAC and the way to decrypt it. */
function unlock(bytes: Uint8Array, forms: readonly Password[]): { content: Uint8Array; open: Open } {
  const { authSafe, macData } = parseAsn1(bytes, PFX);
  const content = dataOf(authSafe);
  const budget = new Budget();
  // Without a MAC, a wrong password shows in what comes out of the decryption.
  const form = forms.find((entry) => !hasMac(macData) || isMacOf(macData, content, entry, budget));
  const wrong = new PortkeepError("pfx-wrong-password", { empty: forms[0]?.utf8.length === 0 });
  if (!form) throw wrong;
  const open: Open = (encrypted) => {
    const data = decrypt(encrypted, form, budget);
    if (data?.[0] !== sequence) throw wrong;
    return data;
  };
  return { content, open };
}

// What every encrypted part begins with.
const sequence = 0x30;

function certificatesIn({ bagId, bagValue }: SafeBag): X509Certificate[] {
  if (bagId !== id_certBag) return [];
  const { certId, certValue } = parseAsn1(bagValue, CertBag);
  if (certId !== x509Certificate) return [];
  return [readCertificate(Buffer.from(parseAsn1(certValue, Octets).buffer))];
}

function keysIn({ bagId, bagValue }: SafeBag, open: Open): KeyObject[] {
  if (bagId === id_keyBag) return [keyFromPkcs8(new Uint8Array(bagValue))];
  if (bagId !== id_pkcs8ShroudedKeyBag) return [];
  const pkcs8 = open(encryptedPart(bagValue));
  try {
    return [keyFromPkcs8(pkcs8)];
  } finally {
    pkcs8.fill(0);
  }
}

/** Gives the only key, or the only one of several that has a certificate. */
function chosenKey(keys: readonly KeyObject[], certificates: readonly X509Certificate[]): KeyObject {
  if (keys.length === 0) throw new PortkeepError("pfx-without-key", { certificates: certificates.length });
  const certified = keys.filter((key) => certificates.some((entry) => entry.checkPrivateKey(key)));
  const [key, ...others] = keys.length === 1 ? keys : certified;
  if (!key || others.length > 0) throw new PortkeepError("pfx-several-keys", { count: keys.length });
  return key;
}
