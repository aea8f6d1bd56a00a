import { readEntries } from "../unzip.ts";

// Written from the format's description alone, on .NET: the archive around it, Detection.xml, and the encrypted
// content with its MAC, its initialization vector and its padding.
const unpacked = `
function Open-Archive([byte[]]$bytes) {
  [System.IO.Compression.ZipArchive]::new([System.IO.MemoryStream]::new($bytes))
}
function Read-All($entry) {
  $copy = [System.IO.MemoryStream]::new()
  $entry.Open().CopyTo($copy)
  return , $copy.ToArray()
}
function Assert-Same($one, $other, $what) {
  if ([Convert]::ToBase64String($one) -cne $other) { throw "$what does not match" }
}
$archive = Open-Archive ([Convert]::FromBase64String($base64))
$xml = [xml][System.Text.Encoding]::UTF8.GetString((Read-All $archive.GetEntry('IntuneWinPackage/Metadata/Detection.xml')))
$app = $xml.ApplicationInfo
$info = $app.EncryptionInfo
if ($info.ProfileIdentifier -cne 'ProfileVersion1' -or $info.FileDigestAlgorithm -cne 'SHA256') { throw 'unknown profile' }
$blob = Read-All $archive.GetEntry("IntuneWinPackage/Contents/$($app.FileName)")
$authenticated = [byte[]]::new($blob.Length - 32)
[Array]::Copy($blob, 32, $authenticated, 0, $authenticated.Length)
$mac = [System.Security.Cryptography.HMACSHA256]::HashData([Convert]::FromBase64String($info.MacKey), $authenticated)
Assert-Same $mac $info.Mac 'the MAC'
Assert-Same ([byte[]]$blob[0..31]) $info.Mac 'the MAC before the content'
Assert-Same ([byte[]]$blob[32..47]) $info.InitializationVector 'the initialization vector'
$aes = [System.Security.Cryptography.Aes]::Create()
$aes.Key = [Convert]::FromBase64String($info.EncryptionKey)
if ($aes.KeySize -ne 256) { throw 'not AES-256' }
$cipher = [byte[]]::new($blob.Length - 48)
[Array]::Copy($blob, 48, $cipher, 0, $cipher.Length)
$iv = [Convert]::FromBase64String($info.InitializationVector)
$plain = $aes.DecryptCbc($cipher, $iv, [System.Security.Cryptography.PaddingMode]::PKCS7)
if ($plain.Length -ne $app.UnencryptedContentSize) { throw 'the size does not match' }
Assert-Same ([System.Security.Cryptography.SHA256]::HashData($plain)) $info.FileDigest 'the digest'
$files = Open-Archive $plain
if (-not $files.GetEntry($app.SetupFile)) { throw 'there is no setup file' }
foreach ($entry in $files.Entries) { "$($entry.FullName) $([Convert]::ToBase64String((Read-All $entry)))" }`;

/** Gives the files in an .intunewin package, or throws what is wrong with it. */
export function unpackIntunewin(file: Uint8Array): Promise<Map<string, Buffer>> {
  return readEntries(unpacked, file);
}
