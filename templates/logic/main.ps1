
# ---- The run. Every action goes the same way: look and compare; ask; lock, look again, change; tell.
function Invoke-Action($Options) {
  Assert-Backend
  $onlyLooks = $Run.Action -eq 'Test' -or $WhatIfPreference
  if (-not (Test-Administrator)) {
    if (-not $onlyLooks) { Stop-Run 5 'NotAdministrator' }
    Add-Warning 'CannotSeeJournal'
  }
  $plan = Get-Plan
  # PowerShell itself shows the step for -WhatIf, and asks for -Confirm.
  $mayWrite = $plan.MustWrite -and $Run.Action -ne 'Test' -and $PSCmdlet.ShouldProcess("HKLM\$KeyPath\$ValueName",
    (Get-Message ('Step' + $Run.Action) (Format-List $plan.Missing)))
  $mayFinish = $plan.Unfinished -and -not $plan.MustWrite -and -not $onlyLooks
  if (-not $mayWrite -and -not $mayFinish) { return Set-Outcome $plan $false }
  Initialize-Store
  $lock = Open-Lock
  $Run.HasLock = $true
  try {
    # Another run may have changed something since the first look.
    $plan = Get-Plan
    $isChanged = $plan.Unfinished -and -not $plan.MustWrite -and $plan.Journal.action -eq $Run.Action
    if ($plan.Unfinished) {
      # An earlier run was ended half-way. What it had still to do is done now.
      $reboot = @{ $true = $Options.Reboot; $false = 'Never' }[$isChanged]
      Confirm-Change $plan.Journal $plan.Present $reboot
    }
    if ($plan.MustWrite) {
      Set-Value $plan $Options
      $Run.Added = $plan.Missing
      $isChanged = $true
    }
    Set-Outcome $plan $isChanged
    if ($plan.Journal.phase -eq 'restarting') { Start-Restart $plan.Journal $Options.RebootDelay }
  } finally {
    $lock.Close()
  }
}

$options = @{ RebootExitCode = '3010' }
try {
  $options = Get-Options
  Invoke-Action $options
} catch {
  $failure = $_.Exception.GetBaseException()
  $Run.ExitCode = Get-FailureCode $failure
  $Run.Message = $failure.Message
  if (-not $Run.HasWritten) { $Run.Message += ' ' + (Get-Message 'NothingChanged') }
}
if ($Run.HasLock) { Add-LogEntry $options.LogFile }
# Some tools take every code but 0 as a failure, or 3010 as an order to restart at once.
if ($options.RebootExitCode -eq '0' -and 3010, 3011, 1641 -contains $Run.ExitCode) { $Run.ExitCode = 0 }
$lines = @(Get-Report) + (Get-ResultLine)
if ($PSVersionTable.PSVersion.Major -ge 3) {
  $lines
} else {
  # PowerShell 2.0 breaks lines at the width of the console, even into a file or a pipe.
  foreach ($line in $lines) { [System.Console]::Out.WriteLine($line) }
}
exit $Run.ExitCode
