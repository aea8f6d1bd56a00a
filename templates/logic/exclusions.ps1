
# ---- os-exclusions: one list for IPv4 and one for IPv6, here as "ipv4 1645-1646". netsh's words are in the
# language of the machine; digits are not, nor the star of what an administrator excluded. What has none is
# Windows' own (WinNAT).
function Read-Exclusions($Star) {
  foreach ($family in 'ipv4', 'ipv6') {
    try {
      $text = Invoke-Program 'netsh.exe' "interface $family show excludedportrange protocol=udp" 0
    } catch { Stop-Run 50 'NoExclusions' (Get-Cause $_) }
    foreach ($line in $text.Split("`n")) {
      if ($line -match '^ *([0-9]+) +([0-9]+) *(\*?)\s*\z' -and $Matches[3] -eq $Star) { "$family $($Matches[1])-$($Matches[2])" }
    }
  }
}

function Write-Exclusions([string[]]$Entries) {
  foreach ($family in 'ipv4', 'ipv6') {
    # Anew, as one command may have changed both lists.
    $present = @(Read-Exclusions '*')
    foreach ($entry in @($present + $Entries) -like "$family *") {
      $verb = 'add'
      if ($present -contains $entry) { $verb = 'delete' }
      $range = Read-Range $entry.Substring(5)
      $ports = 'startport={0} numberofports={1}' -f $range.Low, ($range.High - $range.Low + 1)
      if ($present -notcontains $entry -or $Entries -notcontains $entry) {
        [void](Invoke-Program 'netsh.exe' "interface $family $verb excludedportrange protocol=udp $ports store=persistent" 0)
      }
    }
  }
}

# Only what is missing is added, in entries of its own: to join it with others, these would have to go first.
function Merge-Exclusions([string[]]$Before, [string[]]$Wanted) {
  $after = $Before
  $missing = @()
  foreach ($family in 'ipv4', 'ipv6') {
    $part = Merge-Ranges (@($Before) -like "$family *" -replace '^ipv. ') $Wanted
    $after += @(foreach ($gap in $part.Gaps) { "$family $gap" })
    $missing += $part.Missing
  }
  $missing = @($Wanted | Where-Object { $missing -contains $_ })
  @{ After = $after; Missing = $missing; Unreadable = @(); MustWrite = $missing.Length -gt 0 }
}

# Who has these ports: programs, as "51820 dns 1234", and Windows itself, as "ipv4 51800-51899 WinNAT".
function Get-Obstacles([string[]]$Wanted) {
  $ranges = @(foreach ($entry in $Wanted) { Read-Range $entry })
  $isWanted = @{}
  foreach ($range in $ranges) { foreach ($port in $range.Low..$range.High) { $isWanted["$port"] = 1 } }
  $found = @()
  if ($Version -notlike '5.*') {
    $found = @(foreach ($entry in Read-Exclusions '') {
      $block = Read-Range $entry.Substring(5)
      if (Measure-Ports $ranges $block.Low $block.High) { "$entry WinNAT" }
    })
  }
  foreach ($line in (Invoke-Program 'netstat.exe' '-ano' 0).Split("`n")) {
    if ($line -match '^ *UDP .*:([0-9]+) +\*:\* +([0-9]+)' -and $isWanted[$Matches[1]]) {
      $port, $id, $name = [int]$Matches[1], [int]$Matches[2], '?'
      try { $name = [Diagnostics.Process]::GetProcessById($id).ProcessName } catch { }
      if ($found -notcontains "$port $name $id") { $found += "$port $name $id" }
    }
  }
  $found
}
