
# ---- The plan: what is there, what it is to become, and what earlier runs left.
# In the settings each line is a range, a blank, and who needs it.
$Wanted = @(foreach ($line in $Settings.Ranges) { $line.Split(' ')[0] })

function Get-Plan {
  $present = Read-Value
  $journal = Read-Journal
  if ($journal.original -and -not (Test-AsLeft $journal $present)) { $journal.foreign = 'yes' }
  $plan = @{ Present = $present; Target = $present; Journal = $journal; Missing = @(); Unreadable = @(); Touching = 0 }
  if ($Run.action -ne 'Restore') {
    if ($KeyPath) { $merge = Merge-Ranges $present.Entries $Wanted } else { $merge = Merge-Exclusions $present.Entries $Wanted }
    if ($merge.MustWrite) { $plan.Target = New-State $true $merge.After }
    $plan.Touching = $merge.Touching
    $plan.Missing = $merge.Missing
    $plan.Unreadable = $merge.Unreadable
  } elseif ($journal.original) {
    $plan.Target = ConvertFrom-StateText $journal.original
  }
  $plan.MustWrite = $plan.Target.Text -cne $present.Text
  $plan.Gone = @($present.Entries | Where-Object { $plan.Target.Entries -cnotcontains $_ })
  $plan.New = @($plan.Target.Entries | Where-Object { $present.Entries -cnotcontains $_ })
  $plan.Unfinished = $journal.phase -ne 'done' -and $present.Text -ceq $journal.after
  if ($Run.action -eq 'Restore' -and $plan.MustWrite -and $journal.foreign -and -not $Force) {
    Stop-Run 1603 'RestoreRefused' (Format-List $plan.Gone), (Format-List $plan.New)
  }
  $plan
}
