import { X509Certificate } from "node:crypto";
import { describe, expect, test } from "vitest";
import { fieldsOf } from "../../../src/signing/certificates/fields.ts";
import { issue, makeRoot } from "../pki.ts";
import { read } from "./chains.ts";
import { Extension, generate } from "./generated.ts";

const root = await makeRoot({
  key: "rsa2048",
  extensions: { basicConstraints: "critical,CA:TRUE,pathlen:3" },
});

describe("of a certificate", () => {
  test("the fields are read as openssl wrote them", async () => {
    const leaf = await issue(root, {
      notBefore: new Date("2024-02-29T23:59:59Z"),
      extensions: {
        extendedKeyUsage: "critical,codeSigning,1.2.3.4.5",
        keyUsage: "critical,digitalSignature,keyAgreement,decipherOnly",
        "1.2.3": "critical,ASN1:NULL",
        nameConstraints: "critical,permitted;DNS:a",
      },
    });
    const fields = fieldsOf(read(leaf));
    expect(fields).toEqual({
      version: 3,
      notBefore: new Date("2024-02-29T23:59:59Z"),
      notAfter: new Date("2049-12-31T00:00:00Z"),
      keyBits: null,
      signatureHash: "strong",
      keyUsage: expect.toSatisfy(
        (usage: string[]) => `${usage.toSorted()}` === "decipherOnly,digitalSignature,keyAgreement",
      ),
      extendedKeyUsage: { oids: ["1.3.6.1.5.5.7.3.3", "1.2.3.4.5"], critical: true },
      isAuthority: false,
      pathLength: null,
      unknownCritical: ["1.2.3", "2.5.29.30"],
    });
  });

  test("those of a root are another's", () => {
    expect(fieldsOf(read(root))).toMatchObject({
      keyBits: 2048,
      keyUsage: expect.arrayContaining(["keyCertSign"]),
      extendedKeyUsage: null,
      isAuthority: true,
      pathLength: 3,
    });
  });

  test.each([
    ["1950-01-01T00:00:00Z", "2049-12-31T23:59:59Z"],
    ["1949-12-31T23:59:59Z", "2050-01-01T00:00:00Z"],
    ["1999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"],
  ])("the days may be %s to %s", async (from, until) => {
    const leaf = read(await issue(root, { notBefore: new Date(from), notAfter: new Date(until) }));
    const { notBefore, notAfter } = fieldsOf(leaf);
    expect([notBefore, notAfter]).toEqual([new Date(from), new Date(until)]);
  });
});

describe("unreadable is a certificate", () => {
  const unreadable = expect.objectContaining({ code: "certificate-unreadable" });

  test("that has an extension twice, of which others may believe the other one", async () => {
    const usage = (oid: number) => new Extension("2.5.29.37", true, Buffer.from([0x30, 3, 6, 1, oid]));
    const twice = await generate({ subject: "CN=x", extensions: [usage(1), usage(2)] });
    expect(() => fieldsOf(twice)).toThrow(unreadable);
  });

  test.each(["2.5.29.15", "2.5.29.19", "2.5.29.37"])("whose extension %s is none", async (oid) => {
    const extensions = [new Extension(oid, true, Buffer.from([4, 1, 0]))];
    const odd = await generate({ subject: "CN=x", extensions });
    expect(() => fieldsOf(odd)).toThrow(unreadable);
  });

  test.each(["20x101000000Z", "200231000000Z"])("whose day is %s", async (day) => {
    const { raw } = await generate({ subject: "CN=x" });
    const at = raw.indexOf("200101000000Z");
    expect(at).toBeGreaterThan(0);
    const odd = new X509Certificate(
      Buffer.concat([raw.subarray(0, at), Buffer.from(day), raw.subarray(at + 13)]),
    );
    expect(() => fieldsOf(odd)).toThrow(unreadable);
  });
});
