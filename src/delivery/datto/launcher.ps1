
# ConstrainedLanguage mode forbids the calls below.
if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
  'The script did not run: ConstrainedLanguage mode does not let the launcher check it.'
  exit 1603
}
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

function Stop-Launch($Reason) { throw (New-Object InvalidOperationException $Reason) }

# Of bytes or of an open file.
function Get-Sha256($Content) {
  $hash = [Security.Cryptography.SHA256]::Create().ComputeHash($Content)
  [BitConverter]::ToString($hash).Replace('-', '').ToLowerInvariant()
}

# For SYSTEM and Administrators alone. A link on the way could lead what is written elsewhere.
function Initialize-Folder($Path) {
  for ($part = $Path; $part; $part = [IO.Path]::GetDirectoryName($part)) {
    $attributes = (New-Object IO.DirectoryInfo $part).Attributes
    # -1: there is nothing.
    if ([int]$attributes -ne -1 -and $attributes -band [IO.FileAttributes]::ReparsePoint) {
      Stop-Launch "$part is a link."
    }
  }
  $folder = [IO.Directory]::CreateDirectory($Path)
  $security = New-Object Security.AccessControl.DirectorySecurity
  $security.SetSecurityDescriptorSddlForm('O:BAG:BAD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)')
  if ($PSVersionTable.PSVersion.Major -lt 6) {
    $folder.SetAccessControl($security)
  } else {
    # The .NET of PowerShell 6 and later has the same call in another class.
    [IO.FileSystemAclExtensions]::SetAccessControl($folder, $security)
  }
}

# The hash has told already that these are the right bytes. Old Windows cannot judge every signature, and then has no
# word on it; where it has one, it must be the right signer.
function Confirm-Signer($Path) {
  $signature = Get-AuthenticodeSignature -FilePath $Path
  if ('NotSigned', 'HashMismatch' -contains [string]$signature.Status) {
    Stop-Launch "Windows says of its signature: $($signature.StatusMessage)"
  }
  $signer = $signature.SignerCertificate
  if ($signer -and (Get-Sha256 $signer.RawData) -ne $Payload.Signer) {
    Stop-Launch "It is signed by another: $($signer.Subject)"
  }
}

$exitCode = 1603
$copy = $held = $null
try {
  $system = [Environment]::SystemDirectory
  $windows = [IO.Path]::GetDirectoryName($system)
  # Read once: what is hashed here is what is written there. Datto starts this in the folder of the attached files.
  $bytes = [IO.File]::ReadAllBytes($Payload.Name)
  if ((Get-Sha256 $bytes) -ne $Payload.Sha256) { Stop-Launch "$($Payload.Name) was changed." }
  Initialize-Folder "$windows\portkeep"
  # No other run has this number now; what a run that was ended left under it is replaced.
  $copy = "$windows\portkeep\datto-$PID.ps1"
  [IO.File]::WriteAllBytes($copy, $bytes)
  # Open until the end, so that what is checked is what runs.
  $held = [IO.File]::Open($copy, 'Open', 'Read', 'Read')
  if ((Get-Sha256 $held) -ne $Payload.Sha256) { Stop-Launch 'Its copy is not what was written.' }
  if ($Payload.Signer) { Confirm-Signer $copy }
  # From a 32-bit process Windows shows the 64-bit PowerShell under this name alone.
  $powershell = "$windows\Sysnative\WindowsPowerShell\v1.0\powershell.exe"
  if (-not [IO.File]::Exists($powershell)) { $powershell = "$system\WindowsPowerShell\v1.0\powershell.exe" }
  if (-not [IO.File]::Exists($powershell)) { Stop-Launch "There is no $powershell." }
  $last = ''
  # Nothing as its input, for which PowerShell 2.0 would wait.
  @() | & $powershell -NoProfile -NonInteractive -ExecutionPolicy $Payload.Policy -File $copy | ForEach-Object {
    $last = $_
    # PowerShell 2.0 itself breaks lines at the width of the console, even into a pipe.
    [Console]::Out.WriteLine($_)
  }
  # What PowerShell refuses ends with 1 as well, which from the script means that ports are missing.
  if ($last -notlike "{`"portkeep`":*`"exitCode`":$LASTEXITCODE,*}") { Stop-Launch 'It gave no result.' }
  $exitCode = $LASTEXITCODE
  # A restart of the DNS Server is enough, and Datto would take the code for a failure. The result tells.
  if ($exitCode -eq 3011) { $exitCode = 0 }
} catch {
  [Console]::Out.WriteLine('The script did not run: ' + $_.Exception.GetBaseException().Message)
} finally {
  if ($held) { $held.Close() }
  if ($copy -and [IO.File]::Exists($copy)) { [IO.File]::Delete($copy) }
}
exit $exitCode
