import type { BundleFile } from "../package.ts";
import { zip } from "../zip.ts";
import { type Encrypted, encrypt } from "./encryption.ts";

// The name that Microsoft's own tool gives it.
const contentName = "IntunePackage.intunewin";

/** Gives a folder of files as the package that Intune takes, of which one is the setup file. */
export function intunewin(files: readonly BundleFile[], setupFile: string): Uint8Array {
  const content = zip(files);
  const encrypted = encrypt(content);
  const detection = detectionXml(setupFile, content.length, encrypted);
  return zip([
    { path: `IntuneWinPackage/Contents/${contentName}`, bytes: encrypted.blob },
    { path: "IntuneWinPackage/Metadata/Detection.xml", bytes: Buffer.from(detection) },
  ]);
}

// In the order and form in which Microsoft's tool writes it. A package's name has no character special in XML.
function detectionXml(setupFile: string, size: number, encrypted: Encrypted): string {
  return `<ApplicationInfo xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ToolVersion="1.8.6.0">
  <Name>${setupFile}</Name>
  <UnencryptedContentSize>${size}</UnencryptedContentSize>
  <FileName>${contentName}</FileName>
  <SetupFile>${setupFile}</SetupFile>
  <EncryptionInfo>
    <EncryptionKey>${encrypted.encryptionKey.toString("base64")}</EncryptionKey>
    <MacKey>${encrypted.macKey.toString("base64")}</MacKey>
    <InitializationVector>${encrypted.initializationVector.toString("base64")}</InitializationVector>
    <Mac>${encrypted.mac.toString("base64")}</Mac>
    <ProfileIdentifier>ProfileVersion1</ProfileIdentifier>
    <FileDigest>${encrypted.fileDigest.toString("base64")}</FileDigest>
    <FileDigestAlgorithm>SHA256</FileDigestAlgorithm>
  </EncryptionInfo>
</ApplicationInfo>`.replaceAll("\n", "\r\n");
}
