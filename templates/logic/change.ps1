
# ---- The change. Backup, journal, write, read back, journal: in this order, so that a run that is ended
# anywhere leaves either the old value or the new one, and the journal tells which.
function Set-Value($Plan, $Options) {
  $Run.Backup = New-Backup $Options.BackupDirectory $Plan.Present
  $journal = $Plan.Journal
  $journal.phase = 'begun'
  $journal.action = $Run.Action
  $journal.before = $Plan.Present.Text
  $journal.after = $Plan.Target.Text
  if (-not $journal.original) { $journal.original = $journal.before }
  Write-Journal $journal
  Save-StartState $Plan.Present
  try {
    $Run.HasWritten = $true
    Write-Value $Plan.Target
    if ((Read-Value).Text -cne $journal.after) { Stop-Run 1603 'ReadBackDiffers' }
    Confirm-Change $journal $Plan.Target $Options.Reboot
  } catch {
    Undo-Change $Plan.Present $_.Exception.GetBaseException()
  }
}

# Notes that the change is made, and whether a restart is to follow: at most one in 24 hours, so that a
# server does not restart again and again where somebody else keeps resetting the value.
function Confirm-Change($Journal, $Present, [string]$Reboot) {
  $isNew = $Journal.phase -eq 'begun'
  $Journal.phase = 'done'
  if ($Journal.action -eq 'Restore') { $Journal.original = $Journal.foreign = '' }
  if ($Reboot -eq 'IfNeeded' -and (Test-RestartPending $Present)) {
    if ($isNew -and [string]::CompareOrdinal($Journal.restart, (Get-Time 's' -24)) -gt 0) {
      Add-Warning 'RestartedBefore' $Journal.restart
    } else {
      $Journal.phase = 'restarting'
      $Journal.restart = Get-Time 's'
    }
  }
  Write-Journal $Journal
}

# Puts back what was there, after a write that did not end well, and ends the run.
function Undo-Change($Present, $Failure) {
  $now = ''
  try {
    if ((Read-Value).Text -cne $Present.Text) { Write-Value $Present }
    $now = (Read-Value).Text
  } finally {
    if ($now -cne $Present.Text) { Stop-Run 1603 'NotRolledBack' $Failure.Message, $Run.Backup }
  }
  Stop-Run (Get-FailureCode $Failure) 'RolledBack' $Failure.Message
}
