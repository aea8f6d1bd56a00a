import { describe, expect, test } from "vitest";
import { intunewin } from "../../../src/delivery/intune-win32/intunewin.ts";
import { zip } from "../../../src/delivery/zip.ts";
import { sharedHost } from "../../rig/shared.ts";
import { unzip } from "../unzip.ts";
import { unpackIntunewin } from "./unpack.ts";

await sharedHost("linux");

const files = [
  { path: "setup.ps1", bytes: Buffer.from("'a script'\r\n".repeat(5000)) },
  { path: "other.bin", bytes: Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)) },
];
const made = intunewin(files, "setup.ps1");
const entries = await unzip(made);
const contentPath = "IntuneWinPackage/Contents/IntunePackage.intunewin";
const metadataPath = "IntuneWinPackage/Metadata/Detection.xml";
const content = entries.get(contentPath) ?? Buffer.of();
const metadata = entries.get(metadataPath)?.toString() ?? "";

test("it holds the content and its metadata, in this order", () => {
  expect([...entries.keys()]).toEqual([contentPath, metadataPath]);
});

test(".NET unpacks it, and gives every file back byte by byte", async () => {
  expect(await unpackIntunewin(made)).toEqual(new Map(files.map(({ path, bytes }) => [path, bytes])));
});

test("whatever is needed to fill the last block, .NET takes it off again", async () => {
  for (let length = 0; length < 16; length += 1) {
    const bytes = Buffer.alloc(length, "x");
    const unpacked = await unpackIntunewin(intunewin([{ path: "setup.ps1", bytes }], "setup.ps1"));
    expect(unpacked.get("setup.ps1")).toEqual(bytes);
  }
});

test("its metadata has the form of Microsoft's tool", () => {
  const form = metadata.replace(
    /<(\w+)>([A-Za-z0-9+/]{20,}={0,2})</g,
    (_, name, base64) => `<${name}>${Buffer.from(base64, "base64").length} bytes<`,
  );
  expect(form.split("\r\n")).toEqual([
    '<ApplicationInfo xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ToolVersion="1.8.6.0">',
    "  <Name>setup.ps1</Name>",
    `  <UnencryptedContentSize>${zip(files).length}</UnencryptedContentSize>`,
    "  <FileName>IntunePackage.intunewin</FileName>",
    "  <SetupFile>setup.ps1</SetupFile>",
    "  <EncryptionInfo>",
    "    <EncryptionKey>32 bytes</EncryptionKey>",
    "    <MacKey>32 bytes</MacKey>",
    "    <InitializationVector>16 bytes</InitializationVector>",
    "    <Mac>32 bytes</Mac>",
    "    <ProfileIdentifier>ProfileVersion1</ProfileIdentifier>",
    "    <FileDigest>32 bytes</FileDigest>",
    "    <FileDigestAlgorithm>SHA256</FileDigestAlgorithm>",
    "  </EncryptionInfo>",
    "</ApplicationInfo>",
  ]);
});

test("the same files give the same package", () => {
  expect(Buffer.from(intunewin(files, "setup.ps1")).equals(made)).toBe(true);
});

test("other files give other keys, all different from each other", async () => {
  const other = await unzip(intunewin(files.slice(0, 1), "setup.ps1"));
  const keysIn = (text = "") =>
    ["EncryptionKey", "MacKey", "InitializationVector"].map(
      (name) => new RegExp(`<${name}>(.{22})`).exec(text)?.[1],
    );
  const keys = [...keysIn(metadata), ...keysIn(other.get(metadataPath)?.toString())];
  expect(new Set(keys).size).toBe(6);
});

describe("a package with one changed byte is refused", () => {
  test.each([
    ["in the MAC before the content", 0, "the MAC before the content does not match"],
    ["in the initialization vector before the content", 32, "the MAC does not match"],
    ["in the first block", 48, "the MAC does not match"],
    ["in the middle", content.length >> 1, "the MAC does not match"],
    ["in the padding", content.length - 1, "the MAC does not match"],
  ])("%s", async (_, at, reason) => {
    const changed = Buffer.from(content);
    changed[at] = (changed[at] ?? 0) ^ 1;
    await expect(unpackIntunewin(packed(changed, metadata))).rejects.toThrow(reason);
  });

  test.each([
    ["EncryptionKey", /padding|digest/i],
    ["MacKey", "the MAC does not match"],
    ["InitializationVector", "the initialization vector does not match"],
    ["Mac", "the MAC does not match"],
    ["FileDigest", "the digest does not match"],
  ])("in %s", async (name, reason) => {
    const changed = metadata.replace(
      new RegExp(`(?<=<${name}>)[^<]+`),
      (base64) => `${base64.startsWith("A") ? "B" : "A"}${base64.slice(1)}`,
    );
    expect(changed).not.toBe(metadata);
    await expect(unpackIntunewin(packed(content, changed))).rejects.toThrow(reason);
  });

  test.each([
    ["UnencryptedContentSize", "the size does not match"],
    ["SetupFile", "there is no setup file"],
  ])("in %s", async (name, reason) => {
    const changed = metadata.replace(`</${name}>`, `1</${name}>`);
    await expect(unpackIntunewin(packed(content, changed))).rejects.toThrow(reason);
  });
});

function packed(bytes: Buffer, xml: string): Uint8Array {
  return zip([
    { path: contentPath, bytes },
    { path: metadataPath, bytes: Buffer.from(xml) },
  ]);
}
