
# Of bytes or of an open file.
function Get-PayloadHash($Content) {
  $hash = [System.Security.Cryptography.SHA256]::Create().ComputeHash($Content)
  [System.BitConverter]::ToString($hash).Replace('-', '').ToLowerInvariant()
}

# The hash has told already that these are the right bytes. Old Windows cannot judge every signature, and then names no
# signer, and PowerShell asks again when the script starts; where it names one, it must be the right one.
function Confirm-PayloadSigner($Path) {
  $signature = Get-AuthenticodeSignature -FilePath $Path
  if ('NotSigned', 'HashMismatch' -contains [string]$signature.Status) {
    throw "Windows does not accept the signature of ${Path}: $($signature.StatusMessage)"
  }
  $signer = $signature.SignerCertificate
  if ($signer -and (Get-PayloadHash $signer.RawData) -ne $Payload.Signer) {
    throw "$Path is signed by another: $($signer.Subject)"
  }
}

function Get-PayloadHost {
  $system = [System.Environment]::SystemDirectory
  # From a 32-bit process Windows shows the 64-bit PowerShell under this name alone.
  $native = [System.IO.Path]::GetDirectoryName($system) + '\Sysnative'
  $paths = $native, $system | ForEach-Object { "$_\WindowsPowerShell\v1.0\powershell.exe" }
  $found = @($paths | Where-Object { [System.IO.File]::Exists($_) })
  if ($found.Count -eq 0) { throw "There is no $($paths[1])." }
  $found[0]
}
