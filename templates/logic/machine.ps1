
# ---- This machine.
$KeyPath = 'SYSTEM\CurrentControlSet\Services\Tcpip\Parameters'
$ValueName = 'ReservedPorts'
$DnsKeyPath = 'SYSTEM\CurrentControlSet\Services\DNS'
$VersionKeyPath = 'SOFTWARE\Microsoft\Windows NT\CurrentVersion'
# Made anew at each start of Windows, so what is in it was written since.
$VolatileKeyPath = 'HARDWARE\DESCRIPTION\System'
$SystemPath = [System.Environment]::SystemDirectory
# Beside System32, where ordinary users can prepare nothing.
$StorePath = [System.IO.Path]::GetDirectoryName($SystemPath) + '\portkeep'

function Test-Administrator {
  $user = [System.Security.Principal.WindowsIdentity]::GetCurrent()
  $principal = New-Object System.Security.Principal.WindowsPrincipal $user
  $principal.IsInRole([System.Security.Principal.WindowsBuiltInRole]::Administrator)
}

# By .NET, so that no module, alias or profile can come in between.
function Open-Key([string]$Path, [bool]$Writable) {
  $key = [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey($Path, $Writable)
  if (-not $key) { Stop-Run 1603 'NoKey' $Path }
  $key
}

# Later Windows ignores ReservedPorts without a word: writing it would only seem to help.
function Assert-Backend {
  $key = Open-Key $VersionKeyPath
  $version = [string]$key.GetValue('CurrentVersion')
  $key.Close()
  if ($version -notlike '5.*') {
    $Run.state = 'notApplicable'
    Stop-Run 50 'NotApplicable' $version
  }
  if (@('', $version) -notcontains $Settings.SystemVersion) { Add-Warning 'OtherSystem' $Settings.System, $version }
}

# By its full path: a bare name is searched for where others may write.
function Invoke-Program([string]$Name, [string]$Arguments, [int[]]$GoodCodes) {
  $start = New-Object System.Diagnostics.ProcessStartInfo "$SystemPath\$Name", $Arguments
  $start.UseShellExecute = $false
  $start.CreateNoWindow = $true
  # Caught, since nothing may follow our result line.
  $start.RedirectStandardOutput = $true
  $start.RedirectStandardError = $true
  Write-Verbose "$Name $Arguments"
  $program = [System.Diagnostics.Process]::Start($start)
  if (-not $program.WaitForExit(120000)) { $program.Kill() }
  $program.WaitForExit()
  if ($GoodCodes -notcontains $program.ExitCode) { Stop-Run 1603 'ProgramFailed' $Name, $program.ExitCode }
}
