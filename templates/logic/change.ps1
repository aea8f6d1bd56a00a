
# ---- The change: backup, journal, write, read back, journal. A run that is ended anywhere leaves the old
# value or the new one, and the journal tells which.
function Set-Value($Plan, $Options) {
  $Run.backup = New-Backup $Options.BackupDirectory $Plan.Present
  $journal = $Plan.Journal
  $journal.phase = 'begun'
  $journal.action = $Run.action
  $journal.before = $Plan.Present.Text
  $journal.after = $Plan.Target.Text
  if (-not $journal.original) { $journal.original = $journal.before }
  Write-Journal $journal
  Save-StartState $Plan.Present
  try {
    $Run.hasWritten = $true
    Write-Value $Plan.Target
    if ((Read-Value).Text -cne $journal.after) { Stop-Run 1603 'ReadBackDiffers' }
    Confirm-Change $journal $Plan.Target $Options.Reboot
  } catch {
    Undo-Change $Plan.Present $_.Exception.GetBaseException()
  }
}

# At most one restart in 24 hours: where somebody keeps resetting the value, a server must not restart
# again and again.
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

# After a write that did not end well. What cannot be read or written shows in the end.
function Undo-Change($Present, $Failure) {
  $now = ''
  try { $now = (Read-Value).Text } catch { }
  if ($now -cne $Present.Text) {
    try {
      Write-Value $Present
      $now = (Read-Value).Text
    } catch { }
  }
  if ($now -cne $Present.Text) { Stop-Run 1603 'NotRolledBack' $Failure.Message, $Run.backup }
  $code = Get-FailureCode $Failure
  if ($code -ne 5) { $code = 1603 }
  Stop-Run $code 'RolledBack' $Failure.Message
}
