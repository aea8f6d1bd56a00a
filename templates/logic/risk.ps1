
# ---- The risk. At each start the DNS Server opens SocketPoolSize ports at random, out of those of ordinary
# programs; up to Server 2003, of 1024 to MaxUserPort, and without one 49152-65535, while programs stay below 5001.
function Get-Pool {
  $pool = @{ Low = 49152; High = 65535; Bottom = 1025; Top = 5000; MaxUserPort = 0 }
  # 0 stands for one port.
  $pool.Draws = [Math]::Max(1, (Get-Number "$ServicesPath\DNS\Parameters" 'SocketPoolSize' 2500))
  if ($Version -like '5.*') {
    $pool.MaxUserPort = [Math]::Min((Get-Number "$ServicesPath\Tcpip\Parameters" 'MaxUserPort' 0), 65535)
    if ($pool.MaxUserPort) {
      $pool.Low = 1024
      $pool.High = $pool.Top = $pool.MaxUserPort
    }
  } else {
    # Among words in the language of the machine, two numbers: the first port, and how many.
    $numbers = [regex]::Matches((Invoke-Program 'netsh.exe' 'interface ipv4 show dynamicportrange protocol=udp' 0, 1), '[0-9]+')
    if ($numbers.Count -eq 2) {
      $pool.Low = [int]$numbers[0].Value
      $pool.High = $pool.Low + $numbers[1].Value - 1
    }
    $pool.Bottom = $pool.Low
    $pool.Top = $pool.High
  }
  $pool
}

# How many of the ports $Low-$High are in these ranges.
function Measure-Ports([object[]]$Ranges, [int]$Low, [int]$High) {
  $count = 0
  foreach ($range in $Ranges) {
    $count += [Math]::Max(0, [Math]::Min($range.High, $High) - [Math]::Max($range.Low, $Low) + 1)
  }
  $count
}

# The chance that one of these ports is drawn: 1 - C(size - ports, draws) / C(size, draws).
function Get-Odds([int]$Ports, [int]$Size, [int]$Draws) {
  $missed = 1.0
  for ($index = 0; $index -lt $Ports; $index++) { $missed *= [Math]::Max(0, $Size - $Draws - $index) / ($Size - $index) }
  1 - $missed
}

# The DNS Server must be left twice what it draws, ordinary programs 1,000 ports. Where they had less
# before, it is not the choice of ports that is to blame.
function Test-Room($Plan) {
  $pool = Get-Pool
  if (Test-Service 'DNS') { Test-PoolRoom $Plan 'TooFewForDns' $pool.Low $pool.High (2 * $pool.Draws) }
  if ($RestartKind -ne 'dns') { Test-PoolRoom $Plan 'TooFewForPrograms' $pool.Bottom $pool.Top 1000 }
}

function Test-PoolRoom($Plan, $Name, $Low, $High, $Needed) {
  $had, $left = foreach ($state in $Plan.Present, $Plan.Target) {
    $ranges = @(foreach ($entry in $state.Entries -notlike 'ipv6 *') { Read-Range ($entry -replace '^ipv4 ') })
    $High - $Low + 1 - (Measure-Ports $ranges $Low $High)
  }
  $values = $left, $Needed
  if ($had -lt $Needed) { $Name, $values = 'SmallPool', ($Low, $High, $had, $Needed) } elseif ($left -ge $Needed) { return }
  if ($Run.action -eq 'Report') { return Add-Finding $Name $values }
  if ($had -ge $Needed) { Stop-Run 87 $Name $values }
  Add-Warning $Name $values
}
