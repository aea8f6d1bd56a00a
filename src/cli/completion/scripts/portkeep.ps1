# Completes the command line of portkeep in Windows PowerShell 5.1 and PowerShell 7.
#
# At each TAB portkeep gets the words up to the cursor on its standard input, one a line, and says what fits: "words",
# "files" or "folders", and then a line for each word, with a tab and a description, or for each ending of files to
# prefer. Nothing of the line is run or expanded, and what goes wrong is not told.

Register-ArgumentCompleter -Native -CommandName portkeep -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  # It is not there before a program has run, which strict mode takes for an error.
  $exitCode = Get-Variable LASTEXITCODE -Scope Global -ValueOnly -ErrorAction Ignore
  try {
    $elements = @($commandAst.CommandElements | Where-Object { $_.Extent.StartOffset -lt $cursorPosition })
    $words = @(foreach ($element in $elements) {
      $text = $element.Extent.Text
      $text.Substring(0, [Math]::Min($text.Length, $cursorPosition - $element.Extent.StartOffset))
    })
    # A list that ends in a comma is an error to PowerShell, and still the word that is being typed.
    $inWord = $elements[-1].Extent.EndOffset -ge $cursorPosition -or $words[-1].EndsWith(',')
    if (-not $inWord) { $words += '' }
    $typed = $words[-1]
    $quote = if ($typed -match '^["'']') { $Matches[0] } else { '' }
    $option = if ($typed -match '^--[^=]*=') { $Matches[0] } else { '' }

    # Not the .ps1 beside it, which a policy may forbid.
    $program = @(Get-Command portkeep -CommandType Application -ErrorAction Stop)[0]
    $kind, $lines = $words -replace '^["'']|["'']$' |
      & $program completion powershell --locale en --answer 2>$null

    if ($kind -eq 'words') {
      foreach ($line in $lines) {
        $value, $description = $line -split "`t"
        # PowerShell replaces no more than the last item of a list without quotes.
        $text = if ($quote) { $quote + $value + $quote } else { $value -replace '^.*,\s*' }
        if (-not $description) { $description = $value }
        [Management.Automation.CompletionResult]::new($text, $value, 'ParameterValue', $description)
      }
    } elseif ($kind) {
      $word = $wordToComplete -replace '^--[^=]*='
      $paths = @([Management.Automation.CompletionCompleters]::CompleteFilename($word))
      $ending = '\.(' + ($lines -join '|') + ')$'
      $first, $other = $paths.Where({ $_.ListItemText -match $ending }, 'Split')
      foreach ($path in @($first) + @($other)) {
        if ($kind -eq 'folders' -and $path.ResultType -ne 'ProviderContainer') { continue }
        [Management.Automation.CompletionResult]::new(
          $option + $path.CompletionText, $path.ListItemText, $path.ResultType, $path.ToolTip)
      }
    }
  } catch {
    # At a prompt an error would only disturb.
  } finally {
    $global:LASTEXITCODE = $exitCode
  }
}
