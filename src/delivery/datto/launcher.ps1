
# ConstrainedLanguage mode forbids the calls below.
if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
  'The script did not run: ConstrainedLanguage mode does not let the launcher check it.'
  exit 1603
}
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

# For SYSTEM and Administrators alone. A link on the way could lead what is written elsewhere.
function Initialize-Folder($Path) {
  for ($part = $Path; $part; $part = [System.IO.Path]::GetDirectoryName($part)) {
    $attributes = (New-Object System.IO.DirectoryInfo $part).Attributes
    # -1: there is nothing.
    if ([int]$attributes -ne -1 -and $attributes -band [System.IO.FileAttributes]::ReparsePoint) {
      throw "$part is a link."
    }
  }
  $folder = [System.IO.Directory]::CreateDirectory($Path)
  $security = New-Object System.Security.AccessControl.DirectorySecurity
  $security.SetSecurityDescriptorSddlForm('O:BAG:BAD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)')
  if ($PSVersionTable.PSVersion.Major -lt 6) {
    $folder.SetAccessControl($security)
  } else {
    # The .NET of PowerShell 6 and later has the same call in another class.
    [System.IO.FileSystemAclExtensions]::SetAccessControl($folder, $security)
  }
}

$exitCode = 1603
$copy = $held = $null
try {
  $windows = [System.IO.Path]::GetDirectoryName([System.Environment]::SystemDirectory)
  # Read once: what is hashed here is what is written there. Datto starts this in the folder of the attached files.
  $bytes = [System.IO.File]::ReadAllBytes($Payload.Name)
  if ((Get-PayloadHash $bytes) -ne $Payload.Sha256) { throw "$($Payload.Name) was changed." }
  Initialize-Folder "$windows\portkeep"
  # No other run has this number now; what a run that was ended left under it is replaced.
  $copy = "$windows\portkeep\datto-$PID.ps1"
  [System.IO.File]::WriteAllBytes($copy, $bytes)
  # Open until the end, so that what is checked is what runs.
  $held = [System.IO.File]::Open($copy, 'Open', 'Read', 'Read')
  if ((Get-PayloadHash $held) -ne $Payload.Sha256) { throw 'Its copy is not what was written.' }
  if ($Payload.Signer) { Confirm-PayloadSigner $copy }
  $powershell = Get-PayloadHost
  $last = ''
  # Nothing as its input, for which PowerShell 2.0 would wait.
  @() | & $powershell -NoProfile -NonInteractive -ExecutionPolicy $Payload.Policy -File $copy | ForEach-Object {
    $last = $_
    # PowerShell 2.0 itself breaks lines at the width of the console, even into a pipe.
    [System.Console]::Out.WriteLine($_)
  }
  # What PowerShell refuses ends with 1 as well, which from the script means that ports are missing.
  if ($last -notlike "{`"portkeep`":*`"exitCode`":$LASTEXITCODE,*}") { throw 'It gave no result.' }
  $exitCode = $LASTEXITCODE
  # A restart of the DNS Server is enough, and Datto would take the code for a failure. The result tells.
  if ($exitCode -eq 3011) { $exitCode = 0 }
} catch {
  [System.Console]::Out.WriteLine('The script did not run: ' + $_.Exception.GetBaseException().Message)
} finally {
  if ($held) { $held.Close() }
  if ($copy -and [System.IO.File]::Exists($copy)) { [System.IO.File]::Delete($copy) }
}
exit $exitCode
