import { afterAll, describe, expect, test } from "vitest";
import { scriptSigner } from "../../../src/signing/authenticode/sign.ts";
import { nodeSigner } from "../node-signer.ts";
import { samples } from "../oracles/samples.ts";
import { issue } from "../pki.ts";
import { certificate, root, sha256Of, signers } from "./scripts.ts";
import { acceptedBy, type Judge, subjectOf } from "./subjects.ts";

// Issued by the root itself: of certificates between, those who pin the signer ask nothing.
const [rsa2048, p256] = await Promise.all([
  issue(root, { key: signers.rsa2048 }),
  issue(root, { key: signers.p256 }),
]);
const timeout = 600_000;
const all: Judge[] = ["root", "pin", "both"];

type Mutants = Generator<Buffer> | Buffer[];

const subjects = [
  { name: "ASCII with CRLF", signer: rsa2048, newline: Buffer.from("\r\n"), others: [1, 0x20, 0x0f, 0xff] },
  { name: "ASCII with LF", signer: p256, newline: Buffer.from("\n"), others: [1, 0x20] },
  { name: "UTF-8 with a mark", signer: p256, newline: Buffer.from("\r\n"), others: [1] },
  { name: "UTF-16LE with a mark", signer: p256, newline: Buffer.from("\r\n", "utf16le"), others: [1] },
] as const;

let count = 0;

describe.each(subjects)("of a signed script in $name", ({ name, signer, newline, others }) => {
  const signed = scriptSigner(nodeSigner(signer), { hash: "sha256" })(samples[name]);

  /** Gives what is accepted of these. */
  async function accepted(make: (script: Buffer) => Mutants): Promise<Buffer[]> {
    const script = await signed;
    const trust = { roots: [certificate(root)], timestampRoots: [], signer: sha256Of(signer) };
    const subject = subjectOf(script, trust);
    const found: Buffer[] = [];
    for (const mutant of make(script)) {
      count += 1;
      const judges = acceptedBy(mutant, subject);
      if (judges.length > 0) found.push(mutant);
      expect([all, []]).toContainEqual(judges);
    }
    return found;
  }

  const withoutLastLineEnd = async () => (await signed).subarray(0, -newline.length);

  test("no byte can be another", { timeout }, async () => {
    expect(await accepted((script) => replacements(script, others))).toEqual([]);
  });

  test("no byte can be left out", { timeout }, async () => {
    // In LF, the last line end is one byte.
    const last = newline.length === 1 ? [await withoutLastLineEnd()] : [];
    expect(await accepted(deletions)).toEqual(last);
  });

  test("nothing can be put in", { timeout }, async () => {
    expect(await accepted((script) => insertions(script, newline.length > 2))).toEqual([]);
  });

  test("nothing can be cut off but the last line end, which is not signed and which editors change", {
    timeout,
  }, async () => {
    expect(await accepted(truncations)).toEqual([await withoutLastLineEnd()]);
  });

  test("no line can be left out, doubled or moved", { timeout }, async () => {
    expect(await accepted((script) => lineMoves(script, newline))).toEqual([]);
  });
});

afterAll(() => {
  expect(count).toBeGreaterThan(40_000);
});

function* replacements(script: Buffer, others: readonly number[]): Mutants {
  for (let at = 0; at < script.length; at++) {
    for (const other of others) {
      const mutant = Buffer.from(script);
      mutant[at] = (mutant[at] ?? 0) ^ other;
      yield mutant;
    }
  }
}

function* deletions(script: Buffer): Mutants {
  for (let at = 0; at < script.length; at++) {
    // Of equal bytes side by side each leaves the same.
    if (script[at] !== script[at + 1]) yield Buffer.concat([script.subarray(0, at), script.subarray(at + 1)]);
  }
}

function* insertions(script: Buffer, isUtf16: boolean): Mutants {
  const texts = ["A", " ", "\n", "=", "\r\n", "#", "\0", "\t", "# ", "\x1a", "/", "\r", "# exit\r\n"];
  const pieces = texts.map((text) => Buffer.from(text, isUtf16 ? "utf16le" : "latin1"));
  for (let at = 0; at <= script.length; at++) {
    const piece = pieces[at % pieces.length] ?? Buffer.of();
    yield Buffer.concat([script.subarray(0, at), piece, script.subarray(at)]);
  }
}

function* truncations(script: Buffer): Mutants {
  for (let length = 0; length < script.length; length++) yield script.subarray(0, length);
}

function* lineMoves(script: Buffer, newline: Buffer): Mutants {
  const lines = linesOf(script, newline);
  for (const [index, line] of lines.entries()) {
    const [before, after] = [lines.slice(0, index), lines.slice(index + 1)];
    yield Buffer.concat([...before, ...after]);
    yield Buffer.concat([...before, line, line, ...after]);
    const [next, ...others] = after;
    if (next) yield Buffer.concat([...before, next, line, ...others]);
    yield Buffer.concat([line, ...before, ...after, line]);
  }
}

/** Gives the lines of a script, each with its line end. */
function linesOf(script: Buffer, newline: Buffer): Buffer[] {
  const end = script.indexOf(newline) + newline.length;
  if (end < newline.length) return script.length > 0 ? [script] : [];
  return [script.subarray(0, end), ...linesOf(script.subarray(end), newline)];
}
