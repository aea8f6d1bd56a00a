
# ---- The journal. Numbered files, each written whole and never altered. The newest counts:
#   phase     begun: the change is about to be made. restarting: it is made, and a restart is to be
#             started. done: nothing is left to do
#   action, before, after   the last change
#   original  what stood before the first Apply, where Restore leads; empty when nothing is applied
#   foreign   yes when an Apply found another value than the one before had left
#   restart   when portkeep last started a restart
$JournalPath = "$StorePath\reserved-ports"

function Read-Journal($Present) {
  $journal = @{ number = 0; phase = 'done'; original = ''; foreign = ''; restart = '' }
  $paths = @()
  if ([System.IO.Directory]::Exists($JournalPath)) {
    $paths = @([System.IO.Directory]::GetFiles($JournalPath) | Where-Object { $_ -match '\\[0-9]{6}\.txt\z' })
  }
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

# Through to the disk under another name, then renamed: a record is there whole or not at all.
function Write-Journal($Journal) {
  Remove-Leftovers $JournalPath
  $Journal.number++
  $fields = 'phase', 'action', 'before', 'after', 'original', 'foreign', 'restart'
  $lines = @(foreach ($field in $fields) { $field + '=' + $Journal[$field] }) + 'end'
  $bytes = [System.Text.Encoding]::ASCII.GetBytes($lines -join "`r`n")
  $path = "$JournalPath\{0:000000}" -f $Journal.number
  $file = New-Object System.IO.FileStream "$path.partial", 'CreateNew', 'Write', 'None', 4096, 'WriteThrough'
  try {
    $file.Write($bytes, 0, $bytes.Length)
  } finally {
    $file.Close()
  }
  [System.IO.File]::Move("$path.partial", "$path.txt")
}
