
# ---- The risk. At each start the DNS Server opens SocketPoolSize ports, 2,500 by default, at random. Where
# MaxUserPort is set they come from 1024 up to it, otherwise from 49152-65535; ordinary programs draw from
# 1025 up to it, otherwise up to 5000.
function Get-Number([string]$Path, [string]$Name, [int]$Default) {
  $key = [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey($Path)
  if (-not $key) { return $Default }
  $number = $key.GetValue($Name, $Default)
  $key.Close()
  if ($number -is [int] -and $number -ge 0) { $number } else { $Default }
}

function Get-Pool {
  $limit = [System.Math]::Min((Get-Number $KeyPath 'MaxUserPort' 0), 65535)
  $pool = @{ MaxUserPort = $limit; Low = 1024; High = $limit; Top = $limit }
  # 0 stands for one port.
  $pool.Draws = [System.Math]::Max(1, (Get-Number "$DnsKeyPath\Parameters" 'SocketPoolSize' 2500))
  if ($limit -eq 0) {
    $pool.Low = 49152
    $pool.High = 65535
    $pool.Top = 5000
  }
  $pool
}

# How many of the ports $Low-$High are in these ranges.
function Measure-Ports([object[]]$Ranges, [int]$Low, [int]$High) {
  $count = 0
  foreach ($range in $Ranges) {
    $count += [System.Math]::Max(0, [System.Math]::Min($range.High, $High) - [System.Math]::Max($range.Low, $Low) + 1)
  }
  $count
}

# The chance that one of these ports is drawn: 1 - C(size - ports, draws) / C(size, draws).
function Get-Odds([int]$Ports, [int]$Size, [int]$Draws) {
  if ($Ports + $Draws -gt $Size) { return 1.0 }
  $missed = 1.0
  for ($index = 0; $index -lt $Ports; $index++) {
    $missed *= ($Size - $Draws - $index) / ($Size - $index)
  }
  1 - $missed
}

# The DNS Server must be left twice what it draws, ordinary programs 1,000 ports. Gives what is wrong, and
# the ports that would be left.
function Get-RoomProblem([string[]]$Entries) {
  $ranges = @(foreach ($entry in $Entries) { Read-Range $entry })
  $pool = Get-Pool
  $left = $pool.High - $pool.Low + 1 - (Measure-Ports $ranges $pool.Low $pool.High)
  if ((Test-Service 'DNS') -and $left -lt 2 * $pool.Draws) { return 'TooFewForDns', $left, (2 * $pool.Draws) }
  $left = $pool.Top - 1024 - (Measure-Ports $ranges 1025 $pool.Top)
  if ($left -lt 1000) { return 'TooFewForPrograms', $left, 1000 }
}
