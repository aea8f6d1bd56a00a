# Runs scripts on this very machine: its netsh, and its DNS Server role, which is installed first. Only for a machine
# that is thrown away. Ends with the first thing that is not as it should be.
$ErrorActionPreference = 'Stop'

function Invoke-Script([string]$Backend, [string[]]$Arguments, [int]$Code) {
  node dist/portkeep.js render --port 61184=Test --backend $Backend -o "$Backend.ps1" 2>$null | Out-Null
  $lines = powershell -NoProfile -ExecutionPolicy Bypass -File "$Backend.ps1" @Arguments
  if ($LASTEXITCODE -ne $Code) { throw "$Backend $Arguments ended with $LASTEXITCODE, not $Code`n$($lines -join "`n")" }
  $lines[-1] | ConvertFrom-Json
}

function Assert-Equal($Found, $Wanted) {
  if ("$Found" -ne "$Wanted") { throw "'$Found', not '$Wanted'" }
}

function Get-Excluded([string]$Family) {
  @(netsh interface $Family show excludedportrange protocol=udp | Select-String '^ *61184 +61184 +\*').Length
}

# ---- os-exclusions
Invoke-Script os-exclusions '-Action', 'Test' 1 | Out-Null
Assert-Equal (Invoke-Script os-exclusions @() 0).state 'changed'
Assert-Equal (Get-Excluded ipv4) 1
Assert-Equal (Get-Excluded ipv6) 1
Assert-Equal (Invoke-Script os-exclusions @() 0).state 'compliant'
Assert-Equal (Invoke-Script os-exclusions '-Action', 'Restore' 0).state 'restored'
Assert-Equal (Get-Excluded ipv4) 0
Assert-Equal (Get-Excluded ipv6) 0

# A port that is open is refused, naming who has it.
$socket = New-Object System.Net.Sockets.UdpClient 61184
Assert-Equal ((Invoke-Script os-exclusions @() 1603).message -like "*61184 * $PID*") $true
$socket.Close()

# ---- dns-exclusions
Invoke-Script dns-exclusions @() 50 | Out-Null
Install-WindowsFeature DNS | Out-Null
(Get-Service DNS).WaitForStatus('Running', '00:02:00')
$before = (Get-Process dns).Id
Assert-Equal (Invoke-Script dns-exclusions @() 3011).restart 'dns'
Assert-Equal (Get-Process dns).Id $before
Assert-Equal (Invoke-Script dns-exclusions '-RestartDns', 'IfNeeded' 0).restart 'none'
Assert-Equal (Get-Service DNS).Status 'Running'
Assert-Equal ((Get-Process dns).Id -ne $before) $true
Assert-Equal (Get-DnsServerSetting -All).SocketPoolExcludedPortRanges '61184-61184'
schtasks /query /tn portkeep-start-dns 2>$null
Assert-Equal $LASTEXITCODE 1
Assert-Equal (Invoke-Script dns-exclusions '-Action', 'Restore', '-RestartDns', 'IfNeeded' 0).state 'restored'
Assert-Equal (Get-Service DNS).Status 'Running'
Assert-Equal @((Get-DnsServerSetting -All).SocketPoolExcludedPortRanges).Count 0

# The DNS Server has the port, and is stopped for the moment that it takes.
Assert-Equal (Invoke-Script os-exclusions '-RestartDns', 'IfNeeded' 0).state 'changed'
Assert-Equal (Get-Service DNS).Status 'Running'
Invoke-Script os-exclusions '-Action', 'Report' 0 | Out-Null
exit 0
