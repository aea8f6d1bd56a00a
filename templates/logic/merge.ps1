
# ---- The merge. An entry is a range such as 1645-1646; [0-9], since \d takes the digits of all scripts.
function Read-Range([string]$Entry) {
  if ($Entry -match '^[ \t]*0*([0-9]{1,5})-0*([0-9]{1,5})[ \t]*\z') {
    $range = @{ Low = [int]$Matches[1]; High = [int]$Matches[2] }
    if ($range.Low -le $range.High -and $range.High -le 65535) { $range }
  }
}

# Ascending, and one range where they overlap or are neighbours: in entries of their own, Windows does not
# reserve neighbours properly (KB 956189, KB 812873).
function Join-Ranges([int[]]$Lows, [int[]]$Highs) {
  [Array]::Sort($Lows, $Highs)
  $joined = @{ High = -2 }
  , @(for ($index = 0; $index -lt $Lows.Length; $index++) {
    if ($Lows[$index] -gt $joined.High + 1) {
      $joined = @{ Low = $Lows[$index]; High = -1 }
      $joined
    }
    $joined.High = [Math]::Max($joined.High, $Highs[$index])
  })
}

# Reserves what $Before does, and what is wanted. What is no range stays as it stands. Nothing needs writing
# where there are no gaps in what is wanted, no entries of $Before overlap or are neighbours, and none stands behind
# an empty one, at which some readers stop.
function Merge-Ranges([string[]]$Before, [string[]]$Wanted) {
  $lows = $highs = $unreadable = @()
  $hasEnded = $mustWrite = $false
  foreach ($entry in $Before) {
    if (-not $entry) {
      $hasEnded = $true
      continue
    }
    $mustWrite = $hasEnded
    $range = Read-Range $entry
    if ($range) {
      $lows += $range.Low
      $highs += $range.High
    } else { $unreadable += $entry }
  }
  $present = Join-Ranges $lows $highs
  $touching = $lows.Length - $present.Length
  $gaps = @()
  $missing = @(foreach ($entry in $Wanted) {
    $range = Read-Range $entry
    $lows += $range.Low
    $highs += $range.High
    $count = $gaps.Length
    $low = $range.Low
    foreach ($other in $present + @{ Low = $range.High + 1; High = $range.High }) {
      if ($other.High -lt $low -or $low -gt $range.High) { continue }
      $high = [Math]::Min($other.Low - 1, $range.High)
      if ($low -le $high) { $gaps += "$low-$high" }
      $low = [Math]::Max($low, $other.High + 1)
    }
    if ($gaps.Length -gt $count) { $entry }
  })
  $after = $Before
  if ($touching -or $missing) { $mustWrite = $true }
  if ($mustWrite) {
    $after = @(foreach ($range in (Join-Ranges $lows $highs)) { '{0}-{1}' -f $range.Low, $range.High }) + $unreadable
  }
  @{ After = $after; Gaps = $gaps; Missing = $missing; Unreadable = $unreadable; MustWrite = $mustWrite; Touching = $touching }
}
