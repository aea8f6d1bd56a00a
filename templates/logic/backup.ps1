
# ---- The backup, which KB 322756 asks for before any change. It must be whole and hold this very value;
# only then it gets its final name. Older ones are never overwritten.
function New-Backup([string]$Directory, $Present) {
  try {
    [void][System.IO.Directory]::CreateDirectory($Directory)
    Remove-Leftovers $Directory
    $path = '{0}\{1}-{2}.reg' -f $Directory, $ValueName, (Get-Time 'yyyyMMdd-HHmmssfff')
    Invoke-Program 'reg.exe' "export `"HKLM\$KeyPath`" `"$path.partial`"" 0
    if (-not (Test-Backup "$path.partial" $Present)) { Stop-Run 1603 'BackupDiffers' $path }
    [System.IO.File]::Move("$path.partial", $path)
    $path
  } catch {
    Stop-Run 1603 'BackupFailed' $_.Exception.GetBaseException().Message
  }
}

function Test-Backup([string]$Path, $Present) {
  # The head, the values of the key itself, perhaps keys below it, and an empty line at the end.
  $form = '(?is)^Windows Registry Editor Version 5\.00\s+\[HKEY_LOCAL_MACHINE\\{0}\](.*?\n)(\[.*)?\r\n\z'
  $match = [regex]::Match([System.IO.File]::ReadAllText($Path), $form.Replace('{0}', [regex]::Escape($KeyPath)))
  # "Name"=hex(7): and the bytes of the entries. Long lines go on after a backslash.
  $values = $match.Groups[1].Value -replace '\\\s+'
  $bytes = [System.Text.Encoding]::Unicode.GetBytes($Present.Entries -join [char]0)
  $digits = [System.BitConverter]::ToString($bytes).Replace('-', ',') -replace '(,00)+\z'
  $isThere = $values -match "(?m)^`"$ValueName`"="
  $isSame = $values -match "(?m)^`"$ValueName`"=hex\(7\):$digits(,?00)*\s*$"
  $match.Success -and $isThere -eq $Present.Exists -and $isSame -eq $Present.Exists
}
