
# ---- The change. A run that is ended anywhere leaves the old value or the new one, and the journal tells which.
function Set-Value($Plan, $Options) {
  $Run.backup = New-Backup $Options.BackupDirectory $Plan.Present
  $journal = $Plan.Journal.Clone()
  $journal.phase = 'begun'
  $journal.action = $Run.action
  $journal.before = $Plan.Present.Text
  $journal.after = $Plan.Target.Text
  if (-not $journal.original) { $journal.original = $journal.before }
  Write-Journal $journal
  Save-StartText $Plan.Present
  try {
    $Run.hasWritten = $true
    if ($Plan.Obstacles) { Stop-Dns $journal }
    Write-Value $Plan.Target
    if ((Read-Value).Text -cne $journal.after) { Stop-Run 1603 'ReadBackDiffers' }
    $Plan.Journal = $journal = Confirm-Change $journal $Plan.Target $Options.Reboot
  } catch {
    Undo-Change $Plan $journal $_.Exception.GetBaseException()
  } finally { Start-Dns $journal }
}

# At most one restart in 24 hours, since somebody may reset the value each time.
function Confirm-Change($Journal, $Present, $Reboot) {
  $record = $Journal.Clone()
  $record.phase = 'done'
  if ($record.action -eq 'Restore') { $record.original = $record.foreign = '' }
  if ($Reboot -eq 'IfNeeded' -and $RestartKind -eq 'machine' -and (Test-RestartPending $Present)) {
    if ($Journal.phase -eq 'begun' -and [string]::CompareOrdinal($Journal.restart, (Get-Time 's' -24)) -gt 0) {
      Add-Warning 'RestartedBefore' $Journal.restart
    } else {
      $record.phase = 'restarting'
      $record.lastRestart = $record.restart
      $record.restart = Get-Time 's'
    }
  }
  Write-Journal $record
  $record
}

# After a write that did not end well. A first Apply that was undone was none: Restore does not lead there.
function Undo-Change($Plan, $Journal, $Failure) {
  $now = ''
  try { Write-Value $Plan.Present } catch { }
  try { $now = (Read-Value).Text } catch { }
  if ($now -cne $Plan.Present.Text) { Stop-Run 1603 'NotRolledBack' $Failure.Message, $Run.backup }
  $Journal.phase, $Journal.after, $Journal.original = 'done', $Journal.before, $Plan.Journal.original
  try { Write-Journal $Journal } catch { }
  $code = Get-FailureCode $Failure
  if ($code -ne 5) { $code = 1603 }
  Stop-Run $code 'RolledBack' $Failure.Message
}
