
# ---- The plan: what is there, what it is to become, and what earlier runs left.
# In the settings each line is a range, a blank, and who needs it.
$Wanted = @(foreach ($line in $Settings.Ranges) { $line.Split(' ')[0] })

function Get-Plan($RestartDns) {
  $present = Read-Value
  $journal = Read-Journal
  if ($journal.original -and -not (Test-AsLeft $journal $present)) { $journal.foreign = 'yes' }
  $plan = @{ Present = $present; Target = $present; Journal = $journal }
  if ($Run.action -eq 'Restore') {
    $plan += @{ Missing = @(); Unreadable = @() }
    if ($journal.original) { $plan.Target = ConvertFrom-StateText $journal.original }
  } else {
    if ($KeyPath) { $plan += Merge-Ranges $present.Entries $Wanted } else { $plan += Merge-Exclusions $present.Entries $Wanted }
    if ($plan.MustWrite) { $plan.Target = New-State $true $plan.After }
  }
  $plan.MustWrite = $plan.Target.Text -cne $present.Text
  $plan.Gone = Format-List @($present.Entries | Where-Object { $plan.Target.Entries -cnotcontains $_ })
  $plan.New = @($plan.Target.Entries | Where-Object { $present.Entries -cnotcontains $_ })
  $plan.Unfinished = $journal.phase -ne 'done' -and $present.Text -ceq $journal.after
  if ($Run.action -eq 'Restore' -and $plan.MustWrite -and $journal.foreign -and -not $Force) {
    Stop-Run 1603 'RestoreRefused' $plan.Gone, (Format-List $plan.New)
  }
  $plan.Obstacles = @(if ($plan.New -and -not $KeyPath -and 'Test', 'Report' -notcontains $Run.action) { Get-Obstacles ($plan.New -replace '^ipv. ') })
  if ($plan.Obstacles -and ($RestartDns -eq 'Never' -or $plan.Obstacles -notlike '* dns *')) { Stop-Run 1603 'InTheWay' (Format-List $plan.Obstacles) }
  $plan
}
