
# ---- The outcome: state, exit code and message.
function Set-Outcome($Plan, [bool]$IsChanged) {
  $present = Read-Value
  $Run.Value = $present.Entries
  $Run.Kept = @($Plan.Present.Entries | Where-Object { $present.Entries -ccontains $_ })
  $Run.ExitCode = 0
  if (Test-RestartPending $present) {
    $Run.Restart = 'machine'
    $Run.ExitCode = 3010
  }
  if ($Plan.Unreadable) { Add-Warning 'Unreadable' (Format-List $Plan.Unreadable) }
  if ($Plan.Journal.foreign) { Add-Warning 'ChangedByOthers' }
  $Run.State = 'compliant'
  if ($IsChanged) {
    $Run.State = @{ Apply = 'changed'; Restore = 'restored' }[$Run.Action]
  } elseif ($Plan.MustWrite) {
    $Run.State = 'drift'
    $Run.Added = $Plan.Missing
    $Run.ExitCode = [int]($Run.Action -eq 'Test' -or $WhatIfPreference)
  }
  $Run.Message = Get-Message ($Run.State + $Run.Action)
  if ($Run.ExitCode -eq 3010) { $Run.Message += ' ' + (Get-Message 'RestartNeeded') }
}

# What a person reads. The result line comes after it.
function Get-Report {
  Get-Message 'Heading' $Settings.Version, $Run.Action, $env:COMPUTERNAME
  if ($Run.Added) { Get-Message 'Added' (Format-List $Run.Added) }
  if ($Run.Value) { Get-Message 'Value' (Format-List $Run.Value) }
  if ($Run.Backup) { Get-Message 'Backup' $Run.Backup }
  foreach ($warning in $Run.Warnings) { Get-Message 'Warning' $warning }
  $Run.Message
}

# Only a run that had the lock leaves a line: one that looked and found all well leaves none.
function Add-LogEntry([string]$Path) {
  try {
    [void][System.IO.Directory]::CreateDirectory([System.IO.Path]::GetDirectoryName($Path))
    [System.IO.File]::AppendAllText($Path, (@(Get-Time 's') + @(Get-Report) -join "`r`n") + "`r`n")
  } catch {
    Add-Warning 'NoLog' $Path, $_.Exception.GetBaseException().Message
  }
}
