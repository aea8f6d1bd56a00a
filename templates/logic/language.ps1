
# ConstrainedLanguage mode forbids the calls below, so it is better not to begin.
if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
  $Run.message = (Get-Message 'ConstrainedLanguage') + ' ' + (Get-Message 'NothingChanged')
  $Run.message
  Get-ResultLine
  exit 1603
}
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

# Ends the run: the catch at the very end reads sentence and code.
function Stop-Run([int]$ExitCode, [string]$Name, [object[]]$Values) {
  $failure = New-Object InvalidOperationException (Get-Message $Name $Values)
  $failure.Data['ExitCode'] = $ExitCode
  throw $failure
}

function Get-Cause($ErrorRecord) { $ErrorRecord.Exception.GetBaseException().Message }

# Known by type: the words are in the language of the machine.
function Get-FailureCode($Failure) {
  if ($Failure.Data.Contains('ExitCode')) { return $Failure.Data['ExitCode'] }
  if ($Failure -is [UnauthorizedAccessException] -or $Failure -is [Security.SecurityException]) { return 5 }
  1603
}
