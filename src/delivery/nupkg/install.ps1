$ErrorActionPreference = 'Stop'

# Of bytes or of an open file.
function Get-PayloadHash($Content) {
  $hash = [Security.Cryptography.SHA256]::Create().ComputeHash($Content)
  [BitConverter]::ToString($hash).Replace('-', '').ToLowerInvariant()
}

# Old Windows cannot judge every signature, and then names no signer; PowerShell asks again when the script starts.
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

$path = [IO.Path]::Combine([IO.Path]::GetDirectoryName($MyInvocation.MyCommand.Definition), $Payload.Name)
# Open until the end, so that what is checked is what runs.
$held = [IO.File]::Open($path, 'Open', 'Read', 'Read')
try {
  if ((Get-PayloadHash $held) -ne $Payload.Sha256) {
    throw "$path is not the script that this package was made with."
  }
  if ($Payload.Signer) { Confirm-PayloadSigner $path }
  $system = [Environment]::SystemDirectory
  # From a 32-bit process Windows shows the 64-bit PowerShell under this name alone.
  $native = [IO.Path]::Combine([IO.Path]::GetDirectoryName($system), 'Sysnative')
  if (-not [IO.Directory]::Exists($native)) { $native = $system }
  $powershell = "$native\WindowsPowerShell\v1.0\powershell.exe"
  if (-not [IO.File]::Exists($powershell)) { throw "There is no $powershell." }
  $last = ''
  # Nothing as its input, for which PowerShell 2.0 would wait.
  @() | & $powershell -NoProfile -NonInteractive -ExecutionPolicy $Payload.Policy -File $path | ForEach-Object {
    $last = $_
    Write-Host $_
  }
  $exitCode = $LASTEXITCODE
} finally {
  $held.Close()
}

# PowerShell ends with a code of its own where it refuses a script, so the code counts only beside the result.
if ($last -notlike "{`"portkeep`":*`"exitCode`":$exitCode,*}") { throw 'The script did not run: it gave no result.' }
# A restart of the DNS Server is enough, which Chocolatey has no code for. The result tells.
if ($exitCode -eq 3011) { $exitCode = 0 }
if (0, 3010, 1641 -notcontains $exitCode) { throw "The script failed with the exit code $exitCode." }
# What Chocolatey itself then ends with.
$env:ChocolateyExitCode = $exitCode
