# Takes the place of Windows' module of that name, and of its judgement of signatures: the same names and
# parameters, a list of the calls that would change something, and answers that a test chooses by variables.

function Add-Call([string] $Call) { [System.IO.File]::AppendAllText('C:\policy\calls.txt', "$Call`n") }

function Get-GPO {
  [CmdletBinding()] param([switch] $All)
  if (-not $All) { throw 'asked for one' }
  foreach ($name in 'Default Domain Policy', $env:STANDIN_POLICY) { [pscustomobject] @{ DisplayName = $name } }
}

function Get-GPInheritance {
  [CmdletBinding()] param([Parameter(Mandatory)] [string] $Target)
  if ($Target -ne 'OU=Servers,DC=example,DC=com') { throw 'There is no such object on the server.' }
  [pscustomobject] @{ Path = $Target }
}

function New-GPO {
  [CmdletBinding(SupportsShouldProcess)] param([Parameter(Mandatory)] [string] $Name, [string] $Comment)
  Add-Call "New-GPO '$Name' '$Comment'"
  [pscustomobject] @{ DisplayName = $Name; Id = [Guid] '11111111-2222-3333-4444-555555555555' }
}

function Import-GPO {
  [CmdletBinding(SupportsShouldProcess)]
  param([Parameter(Mandatory)] [Guid] $BackupId, [Parameter(Mandatory)] [string] $Path, [Guid] $TargetGuid)
  if ($env:STANDIN_IMPORT -eq 'fails') { throw 'The import failed.' }
  Add-Call "Import-GPO {$("$BackupId".ToUpper())} $Path $TargetGuid"
}

function New-GPLink {
  [CmdletBinding(SupportsShouldProcess)]
  param(
    [Parameter(Mandatory)] [Guid] $Guid, [Parameter(Mandatory)] [string] $Target,
    [ValidateSet('Unspecified', 'No', 'Yes')] [string] $LinkEnabled = 'Yes'
  )
  Add-Call "New-GPLink $Guid $Target $LinkEnabled"
}

function Get-AuthenticodeSignature {
  [CmdletBinding()] param([Parameter(Mandatory)] [string] $LiteralPath)
  if (-not [System.IO.File]::Exists($LiteralPath)) { throw "no $LiteralPath" }
  $certificate = [System.Security.Cryptography.X509Certificates.X509Certificate2]::new('C:\policy\signer.cer')
  [pscustomobject] @{
    Status = $env:STANDIN_STATUS; StatusMessage = 'So says Windows.'; SignerCertificate = $certificate
  }
}
