
$ErrorActionPreference = 'Stop'

$path = [System.IO.Path]::Combine([System.IO.Path]::GetDirectoryName($MyInvocation.MyCommand.Definition), $Payload.Name)
# Open until the end, so that what is checked is what runs.
$held = [System.IO.File]::Open($path, 'Open', 'Read', 'Read')
try {
  if ((Get-PayloadHash $held) -ne $Payload.Sha256) {
    throw "$path is not the script that this package was made with."
  }
  if ($Payload.Signer) { Confirm-PayloadSigner $path }
  $powershell = Get-PayloadHost
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
