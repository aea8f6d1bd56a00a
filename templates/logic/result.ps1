# ---- The result. The last line is made of this table, in the order below.
$Run = @{
  portkeep = $Settings.Version; schema = 1; action = $Settings.Action; state = 'failed'; exitCode = 1603
  rebootRequired = $false; restart = 'none'; backend = $Settings.Backend; computer = "$env:COMPUTERNAME"
  settingsId = $Settings.SettingsId; environment = @(); added = @(); kept = @(); value = @(); valueCount = 0
  truncated = $false; backup = ''; warnings = @(); findings = @(); message = ''
  report = @(); hasLock = $false; hasWritten = $false; dnsFailure = ''
}
$RunOrder = 'portkeep schema action state exitCode rebootRequired restart backend computer settingsId environment ' +
  'added kept value valueCount truncated backup warnings findings message'
$Invariant = [Globalization.CultureInfo]::InvariantCulture

function Get-Message($Name, [object[]]$Values) { $Settings.Messages[$Name] -f $Values }

function Add-Warning($Name, [object[]]$Values) { $Run.warnings += Get-Message $Name $Values }

# Printable ASCII, which no console, log or tool on the way can change.
function ConvertTo-PrintableText([string]$Text) {
  # By case, since ignoring case would take U+212A for a K.
  if ($Text -cnotmatch '[^ -~]') { return $Text }
  [regex]::Replace($Text, '[^ -~]', { '\u{0:x4}' -f [int][char]$args[0].Value })
}

# PowerShell 2.0 has no ConvertTo-Json.
function ConvertTo-JsonText($Value) {
  if ($Value -is [bool] -or $Value -is [int]) { return "$Value".ToLowerInvariant() }
  if ($Value -isnot [array]) { return '"' + (ConvertTo-PrintableText ($Value -replace '["\\]', '\$&')) + '"' }
  '[' + (@(foreach ($item in $Value) { ConvertTo-JsonText $item }) -join ',') + ']'
}

# A list as a person reads it: safe to print, and not endless.
function Format-List([object[]]$Items) {
  (@(foreach ($item in $Items) { ConvertTo-PrintableText $item }) -join ', ') -replace '^(.{400}).+', '$1...'
}

# Tools keep about 2,000 characters, so the lists are cut until it fits.
function Get-ResultLine {
  $Run.valueCount = $Run.value.Length
  $Run.rebootRequired = $Run.restart -eq 'machine'
  for ($count = 500; ; $count = [int]($count * 0.8 - 0.5)) {
    foreach ($name in 'environment', 'added', 'kept', 'value', 'warnings', 'findings') {
      if ($Run[$name].Length -gt $count) {
        $Run[$name] = @(for ($index = 0; $index -lt $count; $index++) { $Run[$name][$index] })
        $Run.truncated = $true
      }
    }
    if ($count -eq 0) { $Run.message = $Run.message -replace '(?s)^(.{80}).+', '$1...' }
    $members = foreach ($name in $RunOrder.Split(' ')) { '"{0}":{1}' -f $name, (ConvertTo-JsonText $Run[$name]) }
    $line = '{' + ($members -join ',') + '}'
    if ($line.Length -le 2000) { return $line }
  }
}
