# ---- The result: what a person reads and the last line are made from this table.
$Run = @{
  Action = $Settings.Action; State = 'failed'; ExitCode = 1603; Restart = 'none'; Backup = ''; Message = ''
  Added = @(); Kept = @(); Value = @(); Warnings = @(); Environment = @(); HasLock = $false; HasWritten = $false
}

function Get-Message([string]$Name, [object[]]$Values) { $Settings.Messages[$Name] -f $Values }

function Add-Warning([string]$Name, [object[]]$Values) { $Run.Warnings += Get-Message $Name $Values }

# Printable ASCII, which no console, log or tool on the way can change.
function ConvertTo-EscapedText([string]$Text) {
  if ($Text -notmatch '[^ -~]|["\\]') { return $Text }
  -join @(foreach ($character in $Text.ToCharArray()) {
    if ($character -match '["\\]') { '\' + $character }
    elseif ($character -match '[ -~]') { $character }
    else { '\u{0:x4}' -f [int]$character }
  })
}

# PowerShell 2.0 has no ConvertTo-Json.
function ConvertTo-JsonText($Value) {
  if ($Value -is [bool]) { return "$Value".ToLower() }
  if ($Value -is [int]) { return "$Value" }
  if ($Value -isnot [array]) { return '"' + (ConvertTo-EscapedText $Value) + '"' }
  '[' + (@(foreach ($item in $Value) { ConvertTo-JsonText $item }) -join ',') + ']'
}

# A list as a person reads it: safe to print, and not endless.
function Format-List([object[]]$Items) {
  (@(foreach ($item in $Items) { ConvertTo-EscapedText $item }) -join ', ') -replace '^(.{400}).+', '$1...'
}

# One compact JSON object. Tools keep about 2,000 characters, so the lists are cut until it fits.
function Get-ResultLine {
  $count = $length = 500
  do {
    $list = @{}
    foreach ($name in 'Environment', 'Added', 'Kept', 'Value', 'Warnings') {
      $list[$name] = @(for ($index = 0; $index -lt $Run[$name].Length -and $index -lt $count; $index++) { $Run[$name][$index] })
    }
    $isCut = @($Run.Value + $Run.Added + $Run.Kept + $Run.Warnings + $Run.Environment).Length -gt
      @($list.Value + $list.Added + $list.Kept + $list.Warnings + $list.Environment).Length
    $pairs = @('portkeep', $Settings.Version, 'schema', 1, 'action', $Run.Action, 'state', $Run.State,
      'exitCode', $Run.ExitCode, 'rebootRequired', ($Run.Restart -eq 'machine'), 'restart', $Run.Restart,
      'backend', $Settings.Backend, 'computer', "$env:COMPUTERNAME", 'settingsId', $Settings.SettingsId,
      'environment', $list.Environment, 'added', $list.Added, 'kept', $list.Kept, 'value', $list.Value,
      'valueCount', $Run.Value.Length, 'truncated', $isCut, 'backup', $Run.Backup, 'warnings', $list.Warnings,
      'message', ($Run.Message -replace "(?s)^(.{$length}).+", '$1...'))
    $members = for ($index = 0; $index -lt $pairs.Length; $index += 2) {
      '"{0}":{1}' -f $pairs[$index], (ConvertTo-JsonText $pairs[$index + 1])
    }
    $line = '{' + ($members -join ',') + '}'
    if ($count -eq 0) { $length = [int]($length / 2) }
    $count = [int]($count * 0.8 - 0.5)
  } while ($line.Length -gt 2000)
  $line
}
