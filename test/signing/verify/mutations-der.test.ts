import { X509Certificate } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { contentOf, valueAt, valuesIn } from "../oracles/der.ts";
import { withSignature } from "../oracles/samples.ts";
import { signers } from "./scripts.ts";
import { acceptedBy, acceptedByEach, type Judge, signedSubject } from "./subjects.ts";
import { windowsSubject } from "./windows-subjects.ts";

const full = process.env.PORTKEEP_FULL === "1";
const timeout = full ? 3_600_000 : 600_000;
const changes: ((byte: number) => number)[] = [
  (byte) => byte ^ 1,
  (byte) => byte ^ 0x80,
  () => 0,
  () => 0xff,
  (byte) => byte + 1,
  (byte) => byte ^ 0x20,
  (byte) => byte - 1,
];

const [byRsa, byEcdsa, byRsaStamped, byEcdsaStamped] = await Promise.all([
  signedSubject(signers.rsa2048, { stamped: false }),
  signedSubject(signers.p256, { stamped: false }),
  signedSubject(signers.rsa2048, { stamped: true }),
  signedSubject(signers.p256, { stamped: true }),
]);

// What is tried in one subject need not be tried as often in the next: before its timestamp a signature is the same.
const subjects = [
  { name: "by RSA", subject: byRsa, start: 0, step: 1, kinds: 3 },
  { name: "by ECDSA", subject: byEcdsa, start: 0, step: 1, kinds: 3 },
  { name: "by RSA with a timestamp", subject: byRsaStamped, start: byRsa.der.length - 10, step: 1, kinds: 2 },
  { name: "by ECDSA with a timestamp", subject: byEcdsaStamped, start: 0, step: 4, kinds: 1 },
  {
    name: "by Windows with a counter-signature",
    subject: await windowsSubject("stylecop.analyzers/1.1.118/tools/install.ps1"),
    start: 0,
    step: 7,
    kinds: 1,
  },
  {
    name: "by Windows with a token",
    subject: await windowsSubject("microsoft.codeanalysis.analyzers/3.11.0/tools/install.ps1"),
    start: 0,
    step: 9,
    kinds: 1,
  },
].map((row) => (full ? { ...row, start: 0, step: 1, kinds: 7 } : row));

/**
 * The certificates in a signature on which nothing rests, by their common names. They have issued one that counts, and
 * whoever is trusted is either the signer himself or a root: of a root a copy may be here, but the one that was given
 * counts. With another key they would be of no use, and that is found.
 */
const idle: Record<string, { names: string[]; judges: Judge[] }> = {
  "by RSA": { names: ["Test Intermediate"], judges: ["pin"] },
  "by ECDSA": { names: ["Test Intermediate"], judges: ["pin"] },
  "by RSA with a timestamp": { names: full ? ["Test Intermediate"] : [], judges: ["pin"] },
  "by ECDSA with a timestamp": { names: ["Test Intermediate"], judges: ["pin"] },
  "by Windows with a counter-signature": {
    names: ["Microsoft Code Signing PCA", "Microsoft Time-Stamp PCA"],
    judges: ["root", "pin", "both"],
  },
  "by Windows with a token": {
    // The last has no name: a token may hold certificates of other kinds, which are not read.
    names: ["Microsoft Code Signing PCA 2011", "Microsoft Time-Stamp PCA 2010", ""],
    judges: ["root", "pin", "both"],
  },
};

let count = 0;

describe.each(subjects)("of a signature $name", ({ name, subject, ...how }) => {
  const { der, script } = subject;
  const accepted: { at: number; judges: Judge[] }[] = [];

  test("which is accepted as it is,", () => {
    expect(withSignature(script, der).equals(script)).toBe(true);
    expect(acceptedByEach(script, subject)).toEqual(["root", "pin", "both"]);
  });

  test("no byte can be changed, but in certificates on which nothing rests", { timeout }, () => {
    for (const { at, changed } of mutations(der, how)) {
      const mutant = withSignature(script, changed);
      const judges = acceptedBy(mutant, subject);
      if (judges.length > 0) accepted.push({ at, judges });
      // That fewer questions are asked changes no answer.
      if (count % 97 === 0) expect(acceptedByEach(mutant, subject)).toEqual(judges);
      count += 1;
    }
    const { names = [], judges } = idle[name] ?? {};
    const places = placesOf(names, der);
    const isIdle = (at: number) => places.some(([start, end]) => start <= at && at < end);
    expect(accepted.filter(({ at }) => !isIdle(at))).toEqual([]);
    expect(accepted.filter((entry) => `${entry.judges}` !== `${judges}`)).toEqual([]);
    for (const [start, end] of places) {
      expect(accepted.some(({ at }) => start <= at && at < end)).toBe(true);
    }
  });
});

afterAll(() => {
  expect(count).toBeGreaterThan(15_000);
});

function* mutations(
  der: Buffer,
  { start, step, kinds }: Record<"start" | "step" | "kinds", number>,
): Generator<{ at: number; changed: Buffer }> {
  for (let at = start; at < der.length; at += step) {
    const byte = der.readUInt8(at);
    const others = new Set(changes.slice(0, kinds).map((change) => change(byte) & 0xff));
    others.delete(byte);
    for (const other of others) {
      const changed = Buffer.from(der);
      changed[at] = other;
      yield { at, changed };
    }
  }
}

/** Gives the places of certificates with these common names, in a signature and in the token in it. */
function placesOf(names: readonly string[], der: Buffer): [start: number, end: number][] {
  const signer = valueAt(der, 1, 0, -1, 0);
  const beside = valuesIn(contentOf(signer)).at(6);
  const token = beside && valueAt(beside, 0, 1, 0);
  const sets = [der, ...(token?.[0] === 0x30 && valuesIn(contentOf(token)).length === 2 ? [token] : [])];
  return sets
    .flatMap((signedData) => valuesIn(contentOf(valueAt(signedData, 1, 0, 3))))
    .filter((entry) => names.includes(commonNameOf(entry)))
    .map((entry) => [entry.byteOffset - der.byteOffset, entry.byteOffset - der.byteOffset + entry.length]);
}

function commonNameOf(der: Buffer): string {
  if (der[0] !== 0x30) return "";
  return /^CN=(.*)$/m.exec(new X509Certificate(der).subject)?.[1] ?? "no name";
}
