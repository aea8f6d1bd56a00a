import { algorithm, attribute, inBrackets, octets, sequence, set, value } from "../cms/der-writer.ts";
import { replaced } from "../cms/replaced.ts";
import { derOf, hashOids } from "../cms/signed-data.ts";
import { contentOf, valueAt, valuesIn } from "../oracles/der.ts";
import { issue } from "../pki.ts";
import { intermediate, root, signers } from "./scripts.ts";
import { tokenFor, tokenOid } from "./stamps.ts";
import { type Judge, signedSubject } from "./subjects.ts";

const { p256, rsa2048 } = signers;
const [byRsa, byEcdsa, stamped] = await Promise.all([
  signedSubject(rsa2048, { stamped: false }),
  signedSubject(p256, { stamped: false }),
  signedSubject(p256, { stamped: true }),
]);
const renewed = await issue(root, { name: "Test Intermediate", ca: true, key: intermediate });

const certificates = [1, 0, 3];
const hash = [1, 0, 1, 0];
const signer = [1, 0, 4, 0];
const signersHash = [...signer, 2];
const kind = [...signer, 4];
const signature = [...signer, 5];
const token = [...signer, 6, 0, 1, 0];
const bare = () => algorithm(hashOids.sha256, Buffer.of());
const everyone: Judge[] = ["root", "pin", "both"];

/** Something that can be another in a signature. */
export interface Allowed {
  what: string;
  reason: string;
  subject: typeof byRsa;
  make: (der: Buffer) => Buffer | Promise<Buffer>;
  judges: Judge[];
}

const holding = (...all: Buffer[]) => inBrackets(0, ...all.toSorted(Buffer.compare));
const octetsOf = (der: Buffer) => contentOf(valueAt(der, ...signature));
/** Gives the signature with these attributes beside it. */
function withBeside(der: Buffer, ...attributes: Buffer[]): Buffer {
  const added = inBrackets(1, contentOf(set(...attributes)));
  return replaced(der, signer, (parts) => value(0x30, ...valuesIn(contentOf(parts)).slice(0, 6), added));
}

/** All that can be another in a signature that is accepted, beside the bytes in mutations-der.test.ts. */
export const allowed: Allowed[] = [
  {
    what: "NULL left out after the name of the hash",
    reason: "RFC 5754 has both forms mean the same, and asks to accept both.",
    subject: byRsa,
    make: (der) => replaced(replaced(der, hash, bare), signersHash, bare),
    judges: everyone,
  },
  {
    what: "NULL left out after the name of RSA",
    reason: "Some programs leave it out; there is nothing else that it could say.",
    subject: byRsa,
    make: (der) => replaced(der, kind, () => algorithm("1.2.840.113549.1.1.1", Buffer.of())),
    judges: everyone,
  },
  {
    what: "RSA named with its hash",
    reason: "RFC 5652's way, where Windows follows PKCS#7; both hashes have to be the same.",
    subject: byRsa,
    make: (der) => replaced(der, kind, () => algorithm("1.2.840.113549.1.1.11")),
    judges: everyone,
  },
  {
    what: "NULL after the name of ECDSA",
    reason: "RFC 5758 leaves it out and some programs write it; there is nothing else that it could say.",
    subject: byEcdsa,
    make: (der) => replaced(der, kind, () => algorithm("1.2.840.10045.4.3.2")),
    judges: everyone,
  },
  {
    what: "the mirror image of an ECDSA signature",
    reason:
      "With s, n - s holds as well, which anybody can compute; it is for the same text and the same key.",
    subject: byEcdsa,
    make: (der) => replaced(der, signature, (part) => octets(mirrored(contentOf(part)))),
    judges: everyone,
  },
  {
    what: "the root added",
    reason: "Signers may add all of their chain; it is trusted only because it was given, too.",
    subject: byEcdsa,
    make: (der) => replaced(der, certificates, (all) => holding(...valuesIn(contentOf(all)), derOf(root))),
    judges: everyone,
  },
  {
    what: "the issuer's certificate left out",
    reason: "A pin asks for no issuer; a root that is not reached accepts nobody.",
    subject: byEcdsa,
    make: (der) => replaced(der, certificates, () => holding(derOf(p256))),
    judges: ["pin"],
  },
  {
    what: "another certificate of the issuer, for the same name and key",
    reason: "As after a renewal: it leads from the same signer to the same root.",
    subject: byEcdsa,
    make: (der) => replaced(der, certificates, () => holding(derOf(p256), derOf(renewed))),
    judges: everyone,
  },
  {
    what: "the timestamp taken away",
    reason: "What is left was good before the timestamp came, and is judged without it.",
    subject: stamped,
    make: (der) => replaced(der, signer, (parts) => sequence(...valuesIn(contentOf(parts)).slice(0, 6))),
    judges: everyone,
  },
  {
    what: "a timestamp added, of an authority that is trusted",
    reason: "Anybody can ask for one, and what it says is true.",
    subject: byEcdsa,
    make: async (der) => withBeside(der, attribute(tokenOid, await tokenFor(octetsOf(der)))),
    judges: everyone,
  },
  {
    what: "the timestamp replaced by another",
    reason: "Anybody can ask for a later one, and what it says is true.",
    subject: stamped,
    make: async (der) =>
      withBeside(der, attribute(tokenOid, await tokenFor(octetsOf(der), { time: "2024-02-03T04:05:06Z" }))),
    judges: everyone,
  },
  {
    what: "a note in a timestamp's token, beside its signature",
    reason: "A token's signature does not cover it, and authorities may write there; nothing of it is read.",
    subject: stamped,
    make: (der) =>
      replaced(der, [...token, 1, 0, 4, 0], (parts) =>
        value(0x30, contentOf(parts), inBrackets(1, attribute("1.2.3.4", octets(Buffer.from("a note"))))),
      ),
    judges: everyone,
  },
];

const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

function mirrored(der: Buffer): Buffer {
  const [r = Buffer.of(), s = Buffer.of()] = valuesIn(contentOf(der));
  const other = (order - BigInt(`0x${contentOf(s).toString("hex")}`)).toString(16);
  const digits = Buffer.from(other.length % 2 === 0 ? other : `0${other}`, "hex");
  const padding = Buffer.alloc((digits[0] ?? 0) >= 0x80 ? 1 : 0);
  return sequence(r, value(2, padding, digits));
}
