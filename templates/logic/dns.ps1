
# ---- The DNS Server is stopped with -RestartDns IfNeeded alone, and starts again whatever becomes of this run: the
# journal says so before, and the next run starts it first of all; a task starts it every five minutes until it answers.
$TaskName = 'portkeep-start-dns'

function Stop-Dns($Journal) {
  # It would not start again.
  if (-not (Test-Service 'DNS')) { Stop-Run 1603 'NoDns' }
  $Run.hasWritten = $true
  $Journal.dns = 'stopped'
  Write-Journal $Journal
  $start = 'cmd.exe /c {0}sc.exe start DNS & {0}sc.exe interrogate DNS && {0}schtasks.exe /delete /tn {1} /f' -f "$SystemPath\", $TaskName
  [void](Invoke-Program 'schtasks.exe' "/create /tn $TaskName /ru SYSTEM /sc minute /mo 5 /f /tr `"$SystemPath\$start`"" 0)
  Set-DnsState 'stop' 1
}

# A failure is told beside what became of the change.
function Start-Dns($Journal) {
  if (-not $Journal.dns) { return }
  try {
    Set-DnsState 'start' 4
    # 1: there is no such task.
    [void](Invoke-Program 'schtasks.exe' "/delete /tn $TaskName /f" 0, 1)
    $Journal.dns = ''
    Write-Journal $Journal
  } catch { $Run.dnsFailure = Get-Message 'DnsFailed' (Get-Cause $_) }
}

# Asked for until it is there, since it may be on the way. Known by number (1 stopped, 4 running).
function Set-DnsState($Verb, [int]$Number) {
  for ($count = 0; $count -lt 240; $count++) {
    if ((Invoke-Program 'sc.exe' 'query DNS' 0) -match ": $Number +[A-Z]") { return }
    # 1056: it runs. 1061: it is busy. 1062: it does not run.
    [void](Invoke-Program 'sc.exe' "$Verb DNS" 0, 1056, 1061, 1062)
    [Threading.Thread]::Sleep(500)
  }
  Stop-Run 1603 'DnsBusy' $Verb
}
