
# ---- The restart. Windows reads ReservedPorts when it starts. The first change after that notes what it
# began with; while note and value differ, a restart is pending.
$NoteName = 'PortkeepReservedPortsAtStart'

function Save-StartState($State) {
  $key = Open-Key $VolatileKeyPath $true
  if (-not $key.GetValue($NoteName)) { $key.SetValue($NoteName, $State.Text) }
  $key.Close()
}

function Test-RestartPending($State) {
  $key = Open-Key $VolatileKeyPath
  $note = $key.GetValue($NoteName, $State.Text)
  $key.Close()
  $note -cne $State.Text
}

# The change stays, whatever goes wrong here.
function Start-Restart($Journal, [string]$Delay) {
  try {
    # 1115, 1190: somebody has asked for one already.
    Invoke-Program 'shutdown.exe' ('-r -t {0} -d p:2:4 -c "{1}"' -f $Delay, (Get-Message 'RestartComment')) 0, 1115, 1190
    $Run.exitCode = 1641
    $Run.message = Get-Message 'RestartStarted' $Delay
    $Journal.phase = 'done'
    Write-Journal $Journal
  } catch {
    Add-Warning 'RestartFailed' $_.Exception.GetBaseException().Message
  }
}
