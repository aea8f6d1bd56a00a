
# ---- Parameters. A parameter counts before its environment variable (for RMM tools), and that before the
# settings. Checked here, so that a bad one, too, ends with a result line.
$GivenParameters = $PSBoundParameters

function Get-Choice($Name, [string[]]$Allowed) {
  $source = 'PORTKEEP_' + $Name.ToUpperInvariant()
  $value = [Environment]::GetEnvironmentVariable($source)
  if ($GivenParameters.ContainsKey($Name)) {
    $source = '-' + $Name
    $value = [string]$GivenParameters[$Name]
  } elseif ($value) {
    $Run.environment += $source
  } else { return $Settings[$Name] }
  foreach ($word in $Allowed) {
    # What shutdown.exe takes before Windows 7.
    if ($word -eq '0-600' -and $value -match '^([0-5]?[0-9]?[0-9]|600)\z') { return $value }
    if ($value.Trim() -eq $word -and $word -ne '0-600') { return $word }
  }
  Stop-Run 87 'BadChoice' $source, (Format-List $value), ($Allowed -join ', ')
}

# Judged as text before any access: merely to look at \\server\share hands that server this account's log-on.
function Get-LocalPath($Name, $Default) {
  if (-not $GivenParameters.ContainsKey($Name)) { return $Default }
  $path = [string]$GivenParameters[$Name]
  if ($path.Length -lt 180 -and $path -cmatch '^[A-Za-z]:(\\[A-Za-z0-9_~+,()-][A-Za-z0-9_~+,(). -]*(?<![. ]))+\z') {
    $drive = New-Object IO.DriveInfo $path
    if ($drive.DriveType -eq 'Fixed' -and -not (Test-Link $path)) { return $path }
  }
  Stop-Run 87 'BadPath' $Name, (Format-List $path)
}

# A link on the way could lead what an administrator writes elsewhere.
function Test-Link([string]$Path) {
  for (; $Path; $Path = [IO.Path]::GetDirectoryName($Path)) {
    $attributes = (New-Object IO.DirectoryInfo $Path).Attributes
    # -1: there is nothing.
    if ([int]$attributes -ne -1 -and $attributes -band [IO.FileAttributes]::ReparsePoint) { return $true }
  }
  $false
}

function Get-Options {
  if ($GivenParameters.ContainsKey('Unknown')) { Stop-Run 87 'UnknownParameter' (Format-List $Unknown) }
  $Run.action = Get-Choice 'Action' 'Apply', 'Test', 'Report', 'Restore'
  @{
    Reboot = Get-Choice 'Reboot' 'Never', 'IfNeeded'
    RebootDelay = Get-Choice 'RebootDelaySeconds' '0-600'
    RebootExitCode = Get-Choice 'RebootExitCode' '3010', '0'
    RestartDns = Get-Choice 'RestartDns' 'Never', 'IfNeeded'
    BackupDirectory = Get-LocalPath 'BackupDirectory' "$StorePath\backups"
    LogFile = Get-LocalPath 'LogFile' "$StorePath\portkeep.log"
  }
}
