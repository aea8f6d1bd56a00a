
# ---- The store, for SYSTEM and Administrators alone: Restore trusts what is in it.
function Initialize-Store {
  if (Test-Link $StorePath) { Stop-Run 1603 'LinkInPath' $StorePath }
  $folder = [IO.Directory]::CreateDirectory($StorePath)
  $security = New-Object Security.AccessControl.DirectorySecurity
  $security.SetSecurityDescriptorSddlForm('O:BAG:BAD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)')
  if ($PSVersionTable.PSVersion.Major -lt 6) {
    $folder.SetAccessControl($security)
  } else {
    # The .NET of PowerShell 6 and later has the same call in another class.
    [IO.FileSystemAclExtensions]::SetAccessControl($folder, $security)
  }
  [void][IO.Directory]::CreateDirectory($JournalPath)
}

# Windows closes the file however the run ends. A named mutex could be held for ever, by any user.
function Open-Lock {
  try {
    [IO.File]::Open("$StorePath\lock", 'OpenOrCreate', 'ReadWrite', 'None')
    $Run.hasLock = $true
  } catch {
    $failure = $_.Exception.GetBaseException()
    # 32: in use by another process.
    if (([Runtime.InteropServices.Marshal]::GetHRForException($failure) -band 65535) -ne 32) { throw $failure }
    Stop-Run 1618 'Locked'
  }
}

# Universal time, whatever calendar the machine goes by.
function Get-Time($Format, [int]$Hours) { [DateTime]::UtcNow.AddHours($Hours).ToString($Format, $Invariant) }
