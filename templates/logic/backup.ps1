
# ---- The backup (KB 322756). It gets its final name when it is found whole, and to hold this very value.
function New-Backup([string]$Directory, $Present) {
  try {
    [void][System.IO.Directory]::CreateDirectory($Directory)
    $partial = "$Directory\$ValueName.partial"
    [System.IO.File]::Delete($partial)
    Invoke-Program 'reg.exe' "export `"HKLM\$KeyPath`" `"$partial`"" 0
    if (-not (Test-Backup $partial $Present)) { Stop-Run 1603 'BackupDiffers' $partial }
    $path = "$Directory\$ValueName-$(Get-Time 'yyyyMMdd-HHmmssfff').reg"
    [System.IO.File]::Move($partial, $path)
    $path
  } catch {
    Stop-Run 1603 'BackupFailed' $_.Exception.GetBaseException().Message
  }
}

function Test-Backup([string]$Path, $Present) {
  # Head, key and keys below it, an empty line after each. Long lines go on after a backslash.
  $text = [System.IO.File]::ReadAllText($Path) -replace '\\\r\n *'
  $parts = $text -split '\r\n\r\n\['
  $value = "(?i)\r\n`"$ValueName`"="
  if ($Present.Exists) {
    # Copied, since an encoding would mend what is not proper Unicode.
    $characters = ($Present.Entries -join [char]0).ToCharArray()
    $bytes = New-Object byte[] ($characters.Length * 2)
    [System.Buffer]::BlockCopy($characters, 0, $bytes, 0, $bytes.Length)
    $value += 'hex\(7\):' + ([System.BitConverter]::ToString($bytes).Replace('-', ',') -replace '(,00)+\z') + '(,?00)*(\r\n|\z)'
  }
  $parts[0] -eq 'Windows Registry Editor Version 5.00' -and $parts[1] -like "HKEY_LOCAL_MACHINE\$KeyPath]*" -and
    $text.EndsWith("`r`n`r`n", 'Ordinal') -and ($parts[1] -match $value) -eq $Present.Exists
}
