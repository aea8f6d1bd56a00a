
# ---- The change. A run that is ended anywhere leaves the old value or the new one, and the journal tells which.
function Set-Value($Plan, $Options) {
  $obstacles = @(if (-not $KeyPath) { Get-Obstacles ($Plan.New -replace '^ipv. ') })
  if ($obstacles -and ($Options.RestartDns -eq 'Never' -or $obstacles -notlike '* dns *')) { Stop-Run 1603 'InTheWay' (Format-List $obstacles) }
  $Run.backup = New-Backup $Options.BackupDirectory $Plan.Present
  $journal = $Plan.Journal
  $journal.phase = 'begun'
  $journal.action = $Run.action
  $journal.before = $Plan.Present.Text
  $journal.after = $Plan.Target.Text
  if (-not $journal.original) { $journal.original = $journal.before }
  Write-Journal $journal
  Save-StartText $Plan.Present
  try {
    $Run.hasWritten = $true
    if ($obstacles) { Stop-Dns $journal }
    Write-Value $Plan.Target
    if ((Read-Value).Text -cne $journal.after) { Stop-Run 1603 'ReadBackDiffers' }
    Confirm-Change $journal $Plan.Target $Options.Reboot
  } catch {
    Undo-Change $Plan.Present $_.Exception.GetBaseException()
  } finally {
    Start-Dns $journal
  }
}

# At most one restart in 24 hours, since somebody may reset the value each time.
function Confirm-Change($Journal, $Present, $Reboot) {
  $isNew = $Journal.phase -eq 'begun'
  $Journal.phase = 'done'
  if ($Journal.action -eq 'Restore') { $Journal.original = $Journal.foreign = '' }
  if ($Reboot -eq 'IfNeeded' -and $RestartKind -eq 'machine' -and (Test-RestartPending $Present)) {
    if ($isNew -and [string]::CompareOrdinal($Journal.restart, (Get-Time 's' -24)) -gt 0) {
      Add-Warning 'RestartedBefore' $Journal.restart
    } else {
      $Journal.phase = 'restarting'
      $Journal.restart = Get-Time 's'
    }
  }
  Write-Journal $Journal
}

# After a write that did not end well.
function Undo-Change($Present, $Failure) {
  $now = ''
  try { Write-Value $Present } catch { }
  try { $now = (Read-Value).Text } catch { }
  if ($now -cne $Present.Text) { Stop-Run 1603 'NotRolledBack' $Failure.Message, $Run.backup }
  $code = Get-FailureCode $Failure
  if ($code -ne 5) { $code = 1603 }
  Stop-Run $code 'RolledBack' $Failure.Message
}
