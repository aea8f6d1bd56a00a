
# In ConstrainedLanguage mode PowerShell forbids the registry calls below. Better not to begin.
if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
  $Run.Message = Get-Message 'ConstrainedLanguage'
  $Run.Message
  Get-ResultLine
  exit 1603
}
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

# Ends the run: sentence and exit code travel to the one place that catches them.
function Stop-Run([int]$ExitCode, [string]$Name, [object[]]$Values) {
  $failure = New-Object System.InvalidOperationException (Get-Message $Name $Values)
  $failure.Data['ExitCode'] = $ExitCode
  throw $failure
}

# Access denied is told by its type, since its words are in the language of the machine.
function Get-FailureCode($Failure) {
  if ($Failure.Data.Contains('ExitCode')) { return $Failure.Data['ExitCode'] }
  if ($Failure -is [System.UnauthorizedAccessException] -or $Failure -is [System.Security.SecurityException]) { return 5 }
  1603
}
