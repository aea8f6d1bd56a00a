
# ---- The journal: numbered files, of which the newest counts.
#   phase     begun (about to write), restarting (written, restart to be started) or done
#   action, before, after   the last change
#   original  where Restore leads: what stood before the first Apply
#   foreign   yes when somebody else changed the value between two runs
#   restart   when portkeep last started a restart
$JournalPath = "$StorePath\reserved-ports"

function Read-Journal($Present) {
  $journal = @{ number = 0; phase = 'done'; original = ''; foreign = ''; restart = '' }
  if (-not [System.IO.Directory]::Exists($JournalPath)) { return $journal }
  $paths = @([System.IO.Directory]::GetFiles($JournalPath) | Where-Object { $_ -match '\\[0-9]{6}\.txt\z' })
  if (-not $paths) { return $journal }
  [System.Array]::Sort($paths)
  $journal.number = [int][System.IO.Path]::GetFileNameWithoutExtension($paths[-1])
  foreach ($line in [System.IO.File]::ReadAllLines($paths[-1])) {
    $parts = $line.Split([char[]]'=', 2)
    $journal[$parts[0]] = $parts[-1]
  }
  if (-not $journal.ContainsKey('end')) { Stop-Run 1603 'JournalDamaged' $paths[-1] }
  $isAsLeft = $Present.Text -ceq $journal.after -or ($journal.phase -eq 'begun' -and $Present.Text -ceq $journal.before)
  if ($journal.original -and -not $isAsLeft) { $journal.foreign = 'yes' }
  $journal
}

# Through to the disk, then renamed: a record is there whole or not at all.
function Write-Journal($Journal) {
  $Journal.number++
  $fields = 'phase', 'action', 'before', 'after', 'original', 'foreign', 'restart'
  $lines = @(foreach ($field in $fields) { $field + '=' + $Journal[$field] }) + 'end'
  $bytes = [System.Text.Encoding]::ASCII.GetBytes($lines -join "`r`n")
  $path = "$JournalPath\{0:000000}" -f $Journal.number
  # As enums: 'Write' would fit two of them, and 'WriteThrough' would do for $true.
  $access = [System.IO.FileAccess]::Write
  $options = [System.IO.FileOptions]::WriteThrough
  $file = New-Object System.IO.FileStream "$path.partial", 'Create', $access, 'None', 4096, $options
  try { $file.Write($bytes, 0, $bytes.Length) } finally { $file.Close() }
  [System.IO.File]::Move("$path.partial", "$path.txt")
}
