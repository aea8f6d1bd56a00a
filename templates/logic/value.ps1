
# ---- The value: a list of entries, or absent. As text, for the journal and for comparing, it is one line of
# ASCII: absent, or ["1645-1646","1701-1701"].
function New-State([bool]$Exists, [string[]]$Entries) {
  $text = 'absent'
  # netsh keeps an order of its own.
  if (-not $KeyPath) { [Array]::Sort($Entries, [StringComparer]::Ordinal) }
  if ($Exists) { $text = ConvertTo-JsonText ([array]$Entries) }
  @{ Exists = $Exists; Entries = $Entries; Text = $text }
}

function ConvertFrom-StateText([string]$Text) {
  $texts = foreach ($match in [regex]::Matches($Text, '"((?:[^"\\]|\\.)*)"')) { [regex]::Unescape($match.Groups[1].Value) }
  New-State ($Text -ne 'absent') @($texts)
}

function Read-Value {
  if (-not $KeyPath) { return New-State $true @(Read-Exclusions '*') }
  $key = Open-Key $KeyPath
  try {
    if ($key.GetValueNames() -notcontains $ValueName) { return New-State $false @() }
    $kind = $key.GetValueKind($ValueName)
    if ($kind -ne 'MultiString') { Stop-Run 13 'WrongType' $ValueName, $kind }
    New-State $true $key.GetValue($ValueName)
  } finally { $key.Close() }
}

function Write-Value($State) {
  if (-not $KeyPath) { return Write-Exclusions $State.Entries }
  $key = Open-Key $KeyPath $true
  try {
    if ($State.Exists) {
      $key.SetValue($ValueName, [string[]]$State.Entries, 'MultiString')
    } else { $key.DeleteValue($ValueName, $false) }
    # Otherwise it could still be in memory alone when the power fails.
    $key.Flush()
  } finally { $key.Close() }
}
