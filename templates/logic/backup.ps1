
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
  # Long lines go on after a backslash. Each key is followed by an empty line.
  $text = [System.IO.File]::ReadAllText($Path) -replace '\\\r\n *'
  $head = "Windows Registry Editor Version 5.00`r`n`r`n[HKEY_LOCAL_MACHINE\$KeyPath]`r`n"
  $value = "(?i)\r\n`"$ValueName`"="
  if ($Present.Exists) {
    # Copied, since an encoding would mend what is not proper Unicode.
    $characters = ($Present.Entries -join [char]0).ToCharArray()
    $bytes = New-Object byte[] ($characters.Length * 2)
    [System.Buffer]::BlockCopy($characters, 0, $bytes, 0, $bytes.Length)
    $value += 'hex\(7\):' + ([System.BitConverter]::ToString($bytes).Replace('-', ',') -replace '(,00)+\z') + '(,?00)*\r\n'
  }
  $text.StartsWith($head, 'OrdinalIgnoreCase') -and $text.EndsWith("`r`n`r`n", 'Ordinal') -and ($text -match $value) -eq $Present.Exists
}
