
# ---- The report. For a person a finding is a sentence, for tools its name and values.
function Add-Finding($Name, [object[]]$Values) {
  $Run.findings += (@($Name) + $Values -join ' ').TrimEnd()
  $Run.report += Get-Message $Name $Values
}

function Add-Findings($Plan) {
  $pool = Get-Pool
  if ($Version -like '5.*') {
    if ($pool.MaxUserPort) { Add-Finding 'MaxUserPort' $pool.MaxUserPort } else { Add-Finding 'MaxUserPort0' 0 }
  } else { Add-Finding 'DynamicPorts' $pool.Low, $pool.High }
  $hasDns = Test-Service 'DNS'
  if ($hasDns) { Add-Finding 'Pool' $pool.Draws, $pool.Low, $pool.High } else { Add-Finding 'NoDns' }
  # The most urgent first, since the result line is cut from its end.
  Add-Events 'System' 'Service Control Manager 7023', 'IPSec 4292'
  Add-Events 'Application' 'Server ActiveSync 3015', 'Server ActiveSync 3024'
  if ($hasDns -and ($Plan.MustWrite -or (Test-RestartPending $Plan.Present))) { Add-Finding 'UntilRestart' }
  $ranges = @(foreach ($name in $Wanted) { Read-Range $name })
  $others = @(foreach ($entry in $Plan.Present.Entries) {
    $range = Read-Range ($entry -replace '^ipv. ')
    if ($range -and -not (Measure-Ports $ranges $range.Low $range.High)) { $entry }
  })
  if ($others) { Add-Finding 'OthersReserved' (Format-List $others) }
  if ($Plan.Touching) { Add-Finding 'Neighbours' $Plan.Touching }
  # What other backends hold too, such as what an upgrade of Windows left.
  try {
    foreach ($obstacle in Get-Obstacles $Wanted) { Add-Finding 'InUse' $obstacle }
    if ($KeyPath -and $Version -notlike '5.*') { Add-Elsewhere 'os-exclusions' (Read-Exclusions '*') }
  } catch { Add-Finding 'Unseen' (Get-Cause $_) }
  foreach ($name in 'reserved-ports', 'dns-exclusions') { Add-Elsewhere $name (Get-RegistryValue $Backends[$name][0] $Backends[$name][1]) }
  # A service that is there and not disabled (4) is a hint, no more: the choice stays with the admin.
  $other = 'ias.'
  if ($Version -like '5.*') { $other = '.nps' }
  foreach ($pair in 'ias|nps IAS', 'l2tp RemoteAccess', 'ipsec PolicyAgent', 'isa-2000|isa-2004 fwsrv', 'wds WDSServer') {
    $names, $service = $pair.Split(' ')
    if ($Settings.Recipe -match "`"($names)`"") {
      if (-not (Test-Service $service)) { Add-Finding 'NotFound' $Matches[1], $service }
    } elseif (Test-Service $service) {
      Add-Finding 'NotChosen' ($names -replace $other), $service
    }
  }
  foreach ($line in $Settings.Ranges) {
    $name = $line.Split(' ')[0]
    $ports = Measure-Ports (Read-Range $name) $pool.Low $pool.High
    if ($Plan.Missing -notcontains $name) {
      Add-Finding 'RangeReserved' $line
    } elseif ($ports -eq 0 -or -not $hasDns) {
      Add-Finding 'RangeOutside' $line
    } else {
      $odds = 100 * (Get-Odds $ports ($pool.High - $pool.Low + 1) $pool.Draws)
      Add-Finding 'RangeAtRisk' $line, $odds.ToString('0.0', $Invariant)
    }
  }
}

function Add-Elsewhere($Name, [object[]]$Entries) {
  if ($Name -ne $Run.backend -and $Entries) { Add-Finding 'Elsewhere' $Name, (Format-List $Entries) }
}

function Test-Service($Name) { 4 -ne (Get-Number "$ServicesPath\$Name" 'Start' 4) }

# By log, source and id, since texts are in the language of the machine. Newest first, and not for ever.
function Add-Events($LogName, [string[]]$Wanted) {
  $count = @{}
  $last = @{}
  try {
    $entries = (New-Object Diagnostics.EventLog $LogName).Entries
    $until = [DateTime]::UtcNow.AddSeconds(10)
    for ($index = $entries.Count - 1; $index -ge [Math]::Max(0, $entries.Count - 20000); $index--) {
      $entry = $entries[$index]
      $name = '{0} {1}' -f $entry.Source, ($entry.InstanceId -band 65535)
      # 7023 comes from any service that ends with an error. 10048: its port is in use.
      if ($Wanted -contains $name -and ($name -notlike '*7023' -or $entry.ReplacementStrings -contains '%%10048')) {
        if (-not $count[$name]) { $last[$name] = $entry.TimeGenerated.ToUniversalTime().ToString('s', $Invariant) }
        $count[$name] += 1
      }
      if ([DateTime]::UtcNow -gt $until) { break }
    }
  } catch { Add-Finding 'Unseen' $LogName }
  foreach ($name in $count.Keys) { Add-Finding 'Event' $name.Substring($name.Length - 4), $count[$name], $last[$name] }
}
