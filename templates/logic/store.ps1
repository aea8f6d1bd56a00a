
# ---- The store. Only SYSTEM and Administrators can use it, since Restore trusts what is in it.
function Initialize-Store {
  if (Test-Link $StorePath) { Stop-Run 1603 'LinkInPath' $StorePath }
  $folder = [System.IO.Directory]::CreateDirectory($StorePath)
  $security = New-Object System.Security.AccessControl.DirectorySecurity
  $security.SetSecurityDescriptorSddlForm('O:BAG:BAD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)')
  if ($PSVersionTable.PSVersion.Major -lt 6) {
    $folder.SetAccessControl($security)
  } else {
    # In the .NET of PowerShell 6 and later the same call lives in another class.
    [System.IO.FileSystemAclExtensions]::SetAccessControl($folder, $security)
  }
  [void][System.IO.Directory]::CreateDirectory($JournalPath)
}

# A file open for one run alone, which Windows closes however that run ends. Any user could hold a
# named mutex for ever.
function Open-Lock {
  try {
    [System.IO.File]::Open("$StorePath\lock", 'OpenOrCreate', 'ReadWrite', 'None')
  } catch {
    $failure = $_.Exception.GetBaseException()
    # The low half is the code of Windows; 32 is "in use by another process".
    if (([System.Runtime.InteropServices.Marshal]::GetHRForException($failure) -band 65535) -ne 32) { throw $failure }
    Stop-Run 1618 'Locked'
  }
}

# Half-written files of a run that was killed.
function Remove-Leftovers([string]$Directory) {
  foreach ($file in [System.IO.Directory]::GetFiles($Directory)) {
    if ($file -like '*.partial') { [System.IO.File]::Delete($file) }
  }
}

# Universal time, in a form that no calendar or culture of the machine changes.
function Get-Time([string]$Format, [int]$Hours) {
  [System.DateTime]::UtcNow.AddHours($Hours).ToString($Format, [System.Globalization.CultureInfo]::InvariantCulture)
}
