
# ---- The restart. Windows reads its list when it starts, and so does the DNS Server. The first change after that
# notes what it began with; while note and value differ, a restart is pending. A start of the DNS Server is
# known by its process, as "1234 133765432109876543 ", of which only administrators see the time.
function Get-StartId {
  if ($RestartKind -ne 'dns') { return '' }
  foreach ($process in [Diagnostics.Process]::GetProcessesByName('dns')) {
    try { '{0} {1} ' -f $process.Id, $process.StartTime.ToFileTimeUtc() } catch { "$($process.Id) " }
  }
}

function Get-StartText {
  $note = Get-RegistryValue $VolatileKeyPath $NoteName
  foreach ($id in Get-StartId) {
    if ($note -like "$id*") { return $note -replace '^[0-9 ]+' }
  }
}

function Save-StartText($State) {
  if ($RestartKind -eq 'none' -or (Get-StartText)) { return }
  $key = Open-Key $VolatileKeyPath $true
  $key.SetValue($NoteName, @(Get-StartId)[0] + $State.Text)
  $key.Close()
}

function Test-RestartPending($State) {
  $text = Get-StartText
  $text -and $text -cne $State.Text
}

# The change stays, whatever goes wrong here. A restart that was not started does not count.
function Start-Restart($Journal, $Delay) {
  try {
    $Journal.phase = 'done'
    # 1115, 1190: somebody has asked for one already.
    [void](Invoke-Program 'shutdown.exe' ('-r -t {0} -d p:2:4 -c "{1}"' -f $Delay, (Get-Message 'RestartComment')) 0, 1115, 1190)
    $Run.exitCode = 1641
    $Run.message = Get-Message 'RestartStarted' $Delay
  } catch {
    Add-Warning 'RestartFailed' (Get-Cause $_)
    $Journal.restart = $Journal['lastRestart']
  }
  try { Write-Journal $Journal } catch { }
}
