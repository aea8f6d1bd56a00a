
# ---- This machine.
$ServicesPath = 'SYSTEM\CurrentControlSet\Services'
$VersionKeyPath = 'SOFTWARE\Microsoft\Windows NT\CurrentVersion'
# Made anew at each start of Windows, so what is in it was written since.
$VolatileKeyPath = 'HARDWARE\DESCRIPTION\System'
$SystemPath = [Environment]::SystemDirectory
# Beside System32, where ordinary users can prepare nothing.
$StorePath = [IO.Path]::GetDirectoryName($SystemPath) + '\portkeep'
# Key, value, what has to start anew before it counts, versions of Windows.
$Backends = @{
  'reserved-ports' = "$ServicesPath\Tcpip\Parameters", 'ReservedPorts', 'machine', '^5\.'
  'dns-exclusions' = "$ServicesPath\DNS\Parameters", 'SocketPoolExcludedPortRanges', 'dns', '^(6\.[1-9]|1[0-9]\.)'
  'os-exclusions'  = '', 'excludedportrange', 'none', '^(6\.[1-9]|1[0-9]\.)'
}

# Later Windows ignores ReservedPorts without a word: writing it would only seem to help.
function Select-Backend {
  $script:Version = [string](Get-RegistryValue $VersionKeyPath 'CurrentVersion')
  # Server 2016 and later call themselves 6.3 there.
  if (Get-RegistryValue $VersionKeyPath 'CurrentMajorVersionNumber') { $script:Version = '10.0' }
  if ($Run.backend -eq 'auto') {
    $Run.backend = 'dns-exclusions'
    if ($Version -like '5.*') { $Run.backend = 'reserved-ports' }
  }
  $script:KeyPath, $script:ValueName, $script:RestartKind, $versions = $Backends[$Run.backend]
  $script:JournalPath = "$StorePath\$($Run.backend)"
  $script:NoteName = "Portkeep$($ValueName)AtStart"
  if ($Version -notmatch $versions) { Stop-Run 50 'NotApplicable' $Run.backend, $Version }
  if ($RestartKind -eq 'dns' -and (Get-Number "$ServicesPath\DNS" 'Start' -1) -lt 0) { Stop-Run 50 'NoDnsRole' }
  if (@('', $Version) -notcontains $Settings.SystemVersion) { Add-Warning 'OtherSystem' $Settings.System, $Version }
}

function Test-Administrator {
  $user = [Security.Principal.WindowsIdentity]::GetCurrent()
  (New-Object Security.Principal.WindowsPrincipal $user).IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
}

# By .NET, so that no module, alias or profile can come in between.
function Open-Key([string]$Path, [bool]$Writable) {
  $key = [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey($Path, $Writable)
  if (-not $key) { Stop-Run 1603 'NoKey' $Path }
  $key
}

function Get-RegistryValue($Path, $Name) {
  $key = [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey($Path)
  if ($key) {
    $key.GetValue($Name)
    $key.Close()
  }
}

function Get-Number($Path, $Name, [int]$Default) {
  $number = Get-RegistryValue $Path $Name
  if ($number -is [int] -and $number -ge 0) { $number } else { $Default }
}

# Gives what a program says. By its full path: a bare name is searched for where others may write.
function Invoke-Program($Name, $Arguments, [int[]]$GoodCodes) {
  $start = New-Object Diagnostics.ProcessStartInfo "$SystemPath\$Name", $Arguments
  $start.UseShellExecute = $false
  $start.CreateNoWindow = $true
  # Caught, since nothing may follow our result line.
  $start.RedirectStandardOutput = $start.RedirectStandardError = $true
  Write-Verbose "$Name $Arguments"
  $program = [Diagnostics.Process]::Start($start)
  $output = $program.StandardOutput.BaseStream
  $bytes = New-Object byte[] 65536
  $said = New-Object IO.MemoryStream
  do {
    $reading = $output.BeginRead($bytes, 0, $bytes.Length, $null, $null)
    if (-not $reading.AsyncWaitHandle.WaitOne(120000, $false)) { $program.Kill() }
    $count = $output.EndRead($reading)
    $said.Write($bytes, 0, $count)
  } while ($count)
  if (-not $program.WaitForExit(120000)) { $program.Kill() }
  if ($GoodCodes -notcontains $program.ExitCode) { Stop-Run 1603 'ProgramFailed' "$Name $Arguments", $program.ExitCode }
  [Text.Encoding]::ASCII.GetString($said.ToArray())
}
