
# ---- The journal: numbered files, of which the newest whole one counts. Where power failed, the value tells the rest.
#   phase: begun (about to write), restarting (written, restart to be started) or done
#   action, before, after: the last change
#   original: where Restore leads, what stood before the first Apply
#   foreign: yes when somebody else changed the value between two runs
#   restart: when portkeep last started a restart
#   dns: stopped while portkeep has the DNS Server stopped
function Read-Journal {
  $journal = @{ number = 0; phase = 'done'; original = ''; foreign = ''; restart = ''; dns = ''; damaged = '' }
  if (-not [IO.Directory]::Exists($JournalPath)) { return $journal }
  $paths = @([IO.Directory]::GetFiles($JournalPath) | Where-Object { $_ -match '\\[0-9]{6}\.txt\z' })
  [Array]::Sort($paths)
  [Array]::Reverse($paths)
  foreach ($path in $paths) {
    $record = $journal.Clone()
    $record.number = [int][IO.Path]::GetFileNameWithoutExtension($paths[0])
    foreach ($line in [IO.File]::ReadAllLines($path)) {
      $parts = $line.Split([char[]]'=', 2)
      $record[$parts[0]] = $parts[-1]
    }
    if ($record['end']) {
      if ($path -ne $paths[0]) { $record.damaged = $paths[0] }
      return $record
    }
  }
  if ($paths) { Stop-Run 1603 'JournalDamaged' (Format-List $paths) }
  $journal
}

# Through to the disk, then renamed: a record is there whole or not at all.
function Write-Journal($Journal) {
  $Journal.number++
  $fields = 'phase', 'action', 'before', 'after', 'original', 'foreign', 'restart', 'dns'
  $lines = @(foreach ($field in $fields) { $field + '=' + $Journal[$field] }) + 'end'
  $bytes = [Text.Encoding]::ASCII.GetBytes($lines -join "`r`n")
  $path = "$JournalPath\{0:000000}" -f $Journal.number
  # As enums: 'Write' would fit two of them, and 'WriteThrough' would do for $true.
  $access = [IO.FileAccess]::Write
  $options = [IO.FileOptions]::WriteThrough
  $file = New-Object IO.FileStream "$path.partial", 'Create', $access, 'None', 4096, $options
  try { $file.Write($bytes, 0, $bytes.Length) } finally { $file.Close() }
  [IO.File]::Move("$path.partial", "$path.txt")
}

# Whether this is what the last run left. If it was ended in between, that is the old value or the new one;
# of os-exclusions, which are changed one by one, some of both.
function Test-AsLeft($Journal, $Present) {
  if ($Journal.phase -ne 'begun') { return $Present.Text -ceq $Journal.after }
  if ($KeyPath) { return $Journal.before, $Journal.after -ccontains $Present.Text }
  $known = (ConvertFrom-StateText $Journal.before).Entries + (ConvertFrom-StateText $Journal.after).Entries
  -not ($Present.Entries | Where-Object { $known -notcontains $_ })
}
