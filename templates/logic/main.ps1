
# ---- The run: look and compare; ask; lock, look again, change; tell.
function Invoke-Action($Options) {
  Select-Backend
  $isReading = 'Test', 'Report' -contains $Run.action
  $script:OnlyLooks = $isReading -or $WhatIfPreference
  if (-not (Test-Administrator)) {
    if (-not $onlyLooks) { Stop-Run 5 'NotAdministrator' }
    Add-Warning 'CannotSeeJournal'
  }
  if ((Read-Journal).dns) {
    # A run was ended in between.
    if ($onlyLooks) {
      Add-Warning 'DnsStopped'
    } else {
      $lock = Open-Lock
      try { Start-Dns (Read-Journal) } finally { $lock.Close() }
    }
  }
  $plan = Get-Plan $Options.RestartDns
  if ($plan.Missing -and $Run.action -ne 'Test') { Test-Room $plan }
  if ($Run.action -eq 'Report') { Add-Findings $plan }
  if ($isReading) { return Set-Outcome $plan $false }
  $stopsDns = $Options.RestartDns -eq 'IfNeeded' -and ($plan.Obstacles -or
    ($RestartKind -eq 'dns' -and ($plan.MustWrite -or (Test-RestartPending $plan.Present))))
  $steps = @()
  if ($plan.MustWrite) { $steps += Get-Message ('Step' + $Run.action) $plan.Gone, (Format-List $plan.New), (Format-List $plan.Missing) }
  if ($stopsDns) { $steps += Get-Message 'StepDns' }
  # PowerShell itself shows the steps for -WhatIf, and asks for -Confirm.
  $mayChange = $steps -and $PSCmdlet.ShouldProcess($ValueName, $steps -join '. ')
  $mayFinish = $plan.Unfinished -and -not ($plan.MustWrite -or $WhatIfPreference)
  if (-not ($mayChange -or $mayFinish)) { return Set-Outcome $plan $false }
  Initialize-Store
  $lock = Open-Lock
  try {
    $plan = Get-Plan $Options.RestartDns
    $isChanged = $plan.Unfinished -and -not $plan.MustWrite -and $plan.Journal.action -eq $Run.action
    if ($plan.Unfinished) {
      # An earlier run was ended half-way. Now the rest is done.
      $reboot = 'Never'
      if ($isChanged) { $reboot = $Options.Reboot }
      $plan.Journal = Confirm-Change $plan.Journal $plan.Present $reboot
    }
    if ($mayChange -and $plan.MustWrite) {
      Set-Value $plan $Options
      $Run.added = $plan.Missing
      $isChanged = $true
    }
    if ($mayChange -and $stopsDns -and (Test-RestartPending (Read-Value))) {
      # The change stays where the DNS Server does not stop. Where it does not start again, the run has failed.
      try { Stop-Dns $plan.Journal } catch { Add-Warning 'RestartFailed' (Get-Cause $_) } finally { Start-Dns $plan.Journal }
    }
    Set-Outcome $plan $isChanged
    if ($plan.Journal.phase -eq 'restarting') { Start-Restart $plan.Journal $Options.RebootDelay }
  } finally { $lock.Close() }
}

$options = @{ RebootExitCode = '3010' }
try {
  $options = Get-Options
  Invoke-Action $options
} catch {
  $failure = $_.Exception.GetBaseException()
  $Run.exitCode = Get-FailureCode $failure
  $Run.message = $failure.Message
  if ($Run.exitCode -eq 50) { $Run.state = 'notApplicable' }
  if (-not $Run.hasWritten) { $Run.message += ' ' + (Get-Message 'NothingChanged') }
}
if ($Run.dnsFailure) {
  $Run.state = 'failed'
  $Run.exitCode = 1603
  $Run.message += ' ' + $Run.dnsFailure
}
# A run that only looked leaves no line.
if ($Run.hasLock) { Add-LogEntry $options.LogFile }
# Some tools take 3010 as a failure, or as an order to restart at once.
if ($options.RebootExitCode -eq '0' -and 3010, 3011, 1641 -contains $Run.exitCode) { $Run.exitCode = 0 }
$lines = @(Get-Report) + (Get-ResultLine)
if ($PSVersionTable.PSVersion.Major -ge 3) {
  $lines
} else {
  # It breaks lines at the width of the console, even into a pipe.
  foreach ($line in $lines) { [Console]::Out.WriteLine($line) }
}
exit $Run.exitCode
