import { describe, expect, test } from "vitest";
import { scriptSigner } from "../../../src/signing/authenticode/sign.ts";
import { nodeSigner } from "../node-signer.ts";
import { samples, withSignature } from "../oracles/samples.ts";
import { allowed } from "./allowed.ts";
import { certificate, root, sha256Of, signers, timestampRoot, withBlock } from "./scripts.ts";
import { acceptedByEach, signedSubject, subjectOf } from "./subjects.ts";

const { p256 } = signers;
const everyone = ["root", "pin", "both"];

describe("a signature is accepted with", () => {
  test.each(allowed)("$what: $reason", async ({ subject, make, judges }) => {
    const other = withSignature(subject.script, await make(subject.der));
    expect(other.equals(subject.script)).toBe(false);
    expect(acceptedByEach(other, subject)).toEqual(judges);
  });
});

describe("a signed text is accepted", () => {
  const subject = async (name: keyof typeof samples) => {
    const script = await scriptSigner(nodeSigner(p256), { hash: "sha256" })(samples[name]);
    const trust = { roots: [certificate(root)], timestampRoots: [certificate(timestampRoot)] };
    return subjectOf(script, { ...trust, signer: sha256Of(p256) });
  };

  // Windows hashes the text, with its mark, and not the bytes it is saved in.
  test("in UTF-16 where it was signed in UTF-8, and the other way round", async () => {
    const [utf8, utf16] = [await subject("UTF-8 with a mark"), await subject("UTF-16LE with a mark")];
    expect(acceptedByEach(Buffer.from(utf8.script.toString(), "utf16le"), utf8)).toEqual(everyone);
    expect(acceptedByEach(Buffer.from(utf16.script.toString("utf16le")), utf16)).toEqual(everyone);
  });

  // The line end before the block belongs to it, and signers on Windows write CRLF under LF.
  test("in LF with its block in CRLF or in LF", async () => {
    const lf = await subject("ASCII with LF");
    const body = samples["ASCII with LF"].toString();
    for (const newline of ["\r\n", "\n"]) {
      expect(acceptedByEach(Buffer.from(withBlock(body, lf.der, newline)), lf)).toEqual(everyone);
    }
  });

  // Nothing signs it, and editors take it away.
  test("without the last line end", async () => {
    const signed = await signedSubject(p256, { stamped: false });
    expect(acceptedByEach(signed.script.subarray(0, -2), signed)).toEqual(everyone);
  });
});
