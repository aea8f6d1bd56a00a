
# ---- The outcome: state, exit code and message.
function Set-Outcome($Plan, [bool]$IsChanged) {
  $present = Read-Value
  $Run.value = $present.Entries
  $Run.kept = @($Plan.Present.Entries | Where-Object { $present.Entries -ccontains $_ })
  $Run.exitCode = 0
  if (Test-RestartPending $present) {
    $Run.restart = $RestartKind
    $Run.exitCode = 3010 + [int]($RestartKind -eq 'dns')
  }
  if ($Plan.Unreadable) { Add-Warning 'Unreadable' (Format-List $Plan.Unreadable) }
  if ($Plan.Journal.damaged) { Add-Warning 'RecordDamaged' $Plan.Journal.damaged }
  if ($Plan.Journal.foreign) { Add-Warning 'ChangedByOthers' }
  $Run.state = 'compliant'
  if ($IsChanged) {
    $Run.state = 'changed'
    if ($Run.action -eq 'Restore') { $Run.state = 'restored' }
  } elseif ($Plan.MustWrite) {
    $Run.state = 'drift'
    $Run.added = $Plan.Missing
    $Run.exitCode = [int]$OnlyLooks
  }
  $name = $Run.state
  if ($Run.action -eq 'Restore') { $name += 'Restore' }
  $Run.message = Get-Message $name
  if ($Run.state -eq 'drift') { $Run.message += ' ' + (Get-Message 'NothingChanged') }
  if ($Run.exitCode -ge 3010) { $Run.message += ' ' + (Get-Message "Restart$($Run.restart)") }
}

function Get-Report {
  Get-Message 'Heading' $Settings.Version, $Run.action, $env:COMPUTERNAME
  $Run.report
  $label = 'Added'
  if ($Run.state -eq 'drift') { $label = 'Missing' }
  if ($Run.added) { Get-Message $label (Format-List $Run.added) }
  if ($Run.value) { Get-Message 'Value' (Format-List $Run.value) }
  if ($Run.backup) { Get-Message 'Backup' $Run.backup }
  foreach ($warning in $Run.warnings) { Get-Message 'Warning' $warning }
  $Run.message
}

function Add-LogEntry([string]$Path) {
  try {
    [void][IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($Path))
    [IO.File]::AppendAllText($Path, (@(Get-Time 's') + @(Get-Report) -join "`r`n") + "`r`n")
  } catch { Add-Warning 'NoLog' $Path, (Get-Cause $_) }
}
