
# ---- The report: what -Action Report tells beside Test. For a person a finding is a sentence, for tools
# its name and values.
function Add-Finding([string]$Name, [object[]]$Values) {
  $Run.findings += (@($Name) + @($Values | Where-Object { $null -ne $_ })) -join ' '
  $Run.report += Get-Message $Name $Values
}

function Add-Findings($Plan) {
  $pool = Get-Pool
  $name = 'MaxUserPort'
  if (@(0, 60000, 65535) -contains $pool.MaxUserPort) { $name += $pool.MaxUserPort }
  Add-Finding $name $pool.MaxUserPort
  if (Test-Service 'DNS') { Add-Finding 'Pool' $pool.Draws, $pool.Low, $pool.High } else { Add-Finding 'NoDns' }
  foreach ($line in $Settings.Ranges) {
    $range = Read-Range $line.Split(' ')[0]
    $ports = Measure-Ports $range $pool.Low $pool.High
    if (@($Plan.Missing) -notcontains $line.Split(' ')[0]) {
      Add-Finding 'RangeReserved' $line
    } elseif ($ports -eq 0) {
      Add-Finding 'RangeOutside' $line
    } else {
      $odds = 100 * (Get-Odds $ports ($pool.High - $pool.Low + 1) $pool.Draws)
      Add-Finding 'RangeAtRisk' $line, $odds.ToString('0.0', [System.Globalization.CultureInfo]::InvariantCulture)
    }
  }
  $wanted = @(foreach ($line in $Settings.Ranges) { Read-Range $line.Split(' ')[0] })
  $others = @(foreach ($entry in $Plan.Present.Entries) {
    $range = Read-Range $entry
    if ($range -and (Measure-Ports $wanted $range.Low $range.High) -eq 0) { $entry }
  })
  if ($Plan.Problem) { Add-Finding $Plan.Problem[0] $Plan.Problem[1, 2] }
  if ($others) { Add-Finding 'OthersReserved' (Format-List $others) }
  if ($Plan.Touching) { Add-Finding 'Neighbours' $Plan.Touching }
  # A service that is there and not disabled (4) is a hint, no more: the choice stays with the admin.
  foreach ($pair in 'ias IAS', 'l2tp RemoteAccess', 'ipsec PolicyAgent', 'isa fwsrv') {
    $product, $service = $pair.Split(' ')
    $isChosen = $Settings.Recipe -like "*`"$product*"
    if ((Test-Service $service) -and -not $isChosen) { Add-Finding 'NotChosen' $product, $service }
    if ($isChosen -and -not (Test-Service $service)) { Add-Finding 'NotFound' $product, $service }
  }
  Add-Events 'System' 'Service Control Manager 7023', 'IPSec 4292'
  Add-Events 'Application' 'Server ActiveSync 3015', 'Server ActiveSync 3024'
  if ($Plan.MustWrite -or (Test-RestartPending $Plan.Present)) { Add-Finding 'UntilRestart' }
}

function Test-Service([string]$Name) {
  4 -ne (Get-Number "SYSTEM\CurrentControlSet\Services\$Name" 'Start' 4)
}

# By log, source and id, since the texts are in the language of the machine. Newest first, and not for
# ever, since logs are large.
function Add-Events([string]$LogName, [string[]]$Wanted) {
  $count = @{}
  $last = @{}
  try {
    $entries = (New-Object System.Diagnostics.EventLog $LogName).Entries
    $until = [System.DateTime]::UtcNow.AddSeconds(10)
    for ($index = $entries.Count - 1; $index -ge [System.Math]::Max(0, $entries.Count - 20000); $index--) {
      $entry = $entries[$index]
      $name = '{0} {1}' -f $entry.Source, ($entry.InstanceId -band 65535)
      # 7023 comes from any service that ends with an error. 10048: its port is in use.
      if ($Wanted -contains $name -and ($name -notlike '*7023' -or $entry.ReplacementStrings -contains '%%10048')) {
        if (-not $count[$name]) { $last[$name] = $entry.TimeGenerated.ToUniversalTime() }
        $count[$name] += 1
      }
      if ([System.DateTime]::UtcNow -gt $until) { break }
    }
  } catch {
    Add-Finding 'EventsUnseen' $LogName
  }
  foreach ($name in $count.Keys) {
    $time = $last[$name].ToString('s', [System.Globalization.CultureInfo]::InvariantCulture)
    Add-Finding ('Event' + $name.Substring($name.Length - 4)) $count[$name], $time
  }
}
