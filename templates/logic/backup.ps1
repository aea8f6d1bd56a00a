
# ---- The backup (KB 322756). It gets its final name when it is found whole, and to hold this very value.
function New-Backup($Directory, $Present) {
  try {
    [void][IO.Directory]::CreateDirectory($Directory)
    $partial = "$Directory\$ValueName.partial"
    [IO.File]::Delete($partial)
    $path = "$Directory\$ValueName-$(Get-Time 'yyyyMMdd-HHmmssfff').reg"
    if ($KeyPath) {
      [void](Invoke-Program 'reg.exe' "export `"HKLM\$KeyPath`" `"$partial`"" 0)
    } else {
      # Where Windows keeps its exclusions is not documented, so there is no key to export.
      $path = $path -replace 'reg\z', 'txt'
      [IO.File]::WriteAllText($partial, $Present.Text)
    }
    if (-not (Test-Backup $partial $Present)) { Stop-Run 1603 'BackupDiffers' $partial }
    [IO.File]::Move($partial, $path)
    $path
  } catch { Stop-Run 1603 'BackupFailed' (Get-Cause $_) }
}

function Test-Backup($Path, $Present) {
  $text = [IO.File]::ReadAllText($Path)
  if (-not $KeyPath) { return $text -ceq $Present.Text }
  # Head, key and keys below it, an empty line after each. Long lines go on after a backslash.
  $text = $text -replace '\\\r\n *'
  $parts = $text -split '\r\n\r\n\['
  $value = "(?i)\r\n`"$ValueName`"="
  if ($Present.Exists) {
    # Copied, since an encoding would mend what is not proper Unicode.
    $characters = ($Present.Entries -join [char]0).ToCharArray()
    $bytes = New-Object byte[] ($characters.Length * 2)
    [Buffer]::BlockCopy($characters, 0, $bytes, 0, $bytes.Length)
    $value += 'hex\(7\):' + ([BitConverter]::ToString($bytes).Replace('-', ',') -replace '(,00)+\z') + '(,?00)*(\r\n|\z)'
  }
  $parts[0] -eq 'Windows Registry Editor Version 5.00' -and $parts[1] -like "HKEY_LOCAL_MACHINE\$KeyPath]*" -and
    $text.EndsWith("`r`n`r`n", 'Ordinal') -and ($parts[1] -match $value) -eq $Present.Exists
}
