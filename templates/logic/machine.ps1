
# ---- This machine.
$KeyPath = 'SYSTEM\CurrentControlSet\Services\Tcpip\Parameters'
$ValueName = 'ReservedPorts'
$VersionKeyPath = 'SOFTWARE\Microsoft\Windows NT\CurrentVersion'
# Windows makes this key anew at each start, so what is in it was written since then.
$VolatileKeyPath = 'HARDWARE\DESCRIPTION\System'
$SystemPath = [System.Environment]::SystemDirectory
# Journal, lock, backups, log: beside System32, where ordinary users can prepare nothing.
$StorePath = [System.IO.Path]::GetDirectoryName($SystemPath) + '\portkeep'

function Test-Administrator {
  $user = New-Object System.Security.Principal.WindowsPrincipal ([System.Security.Principal.WindowsIdentity]::GetCurrent())
  $user.IsInRole([System.Security.Principal.WindowsBuiltInRole]::Administrator)
}

# The registry is reached by .NET: no module, alias, function or profile can come in between.
function Open-Key([string]$Path, [bool]$Writable) {
  $key = [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey($Path, $Writable)
  if (-not $key) { Stop-Run 1603 'NoKey' $Path }
  $key
}

# Later Windows ignores ReservedPorts without a word, so that writing it would only seem to help.
function Assert-Backend {
  $key = Open-Key $VersionKeyPath
  $version = [string]$key.GetValue('CurrentVersion')
  $key.Close()
  if ($version -notlike '5.*') {
    $Run.State = 'notApplicable'
    Stop-Run 50 'NotApplicable' $version
  }
  if (@('', $version) -notcontains $Settings.SystemVersion) { Add-Warning 'OtherSystem' $Settings.System, $version }
}

# Runs a program of Windows by its full path: a bare name is searched for where others may write.
function Invoke-Program([string]$Name, [string]$Arguments, [int[]]$GoodCodes) {
  $start = New-Object System.Diagnostics.ProcessStartInfo "$SystemPath\$Name", $Arguments
  $start.UseShellExecute = $false
  $start.CreateNoWindow = $true
  # Caught, because nothing may come after our result line or on standard error.
  $start.RedirectStandardOutput = $true
  $start.RedirectStandardError = $true
  Write-Verbose "$Name $Arguments"
  $program = [System.Diagnostics.Process]::Start($start)
  if (-not $program.WaitForExit(120000)) { $program.Kill() }
  $program.WaitForExit()
  if ($GoodCodes -notcontains $program.ExitCode) { Stop-Run 1603 'ProgramFailed' $Name, $program.ExitCode }
}
