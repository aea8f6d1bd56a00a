
' ---- The run: look and compare; lock, look again, change; tell.
Sub DoAction()
  Dim plan, isReading, journal, lock, exported, isChanged
  ReadParameters
  CheckWindows
  isReading = (Run("action") = "Test")
  If IsAdministrator() Then
    Set journal = ReadJournal()
  ElseIf isReading Then
    AddWarning "CannotSeeJournal", Array()
    Set journal = NewJournal()
  Else
    StopRun 5, "NotAdministrator", Array()
  End If
  Set plan = MakePlan(LookAtValue(), journal)
  If UBound(plan.Missing) >= 0 And Not isReading Then CheckRoom plan
  If isReading Or Not (plan.MustWrite Or plan.Unfinished) Then
    SetOutcome plan, plan.Present, False
    Exit Sub
  End If
  Set lock = OpenLock()
  SecureStore
  TidyStore
  exported = BackupPath & "\" & ValueName & ".partial"
  Set journal = ReadJournal()
  Set plan = MakePlan(ExportValue(exported), journal)
  isChanged = plan.Unfinished And Not plan.MustWrite And journal("action") = Run("action")
  ' An earlier run was ended half-way. Now the rest is done.
  If plan.Unfinished Then ConfirmChange journal
  If plan.MustWrite Then
    SetValue plan, exported
    Run("added") = plan.Missing
    isChanged = True
  End If
  DeleteFile exported
  SetOutcome plan, plan.Target, isChanged
End Sub

Dim FailureCode, FailureText
On Error Resume Next
DoAction
FailureCode = Err.Number
FailureText = Err.Description
If FailureCode <> 0 Then
  Run("state") = "failed"
  Run("exitCode") = StopCode
  If StopCode = 0 Then
    Run("exitCode") = 1603
    ' 70: permission denied.
    If FailureCode = AccessDenied Or FailureCode = 70 Then Run("exitCode") = 5
    FailureText = Hex(FailureCode) & " " & FailureText
  End If
  Run("message") = FailureText
  If StopCode = 50 Then Run("state") = "notApplicable"
  If Not HasWritten Then Run("message") = Run("message") & " " & Say("NothingChanged", Array())
End If
' A run that only looked leaves no line.
If HasLock Then AddLogEntry
' Some tools take 3010 as a failure, or as an order to restart at once.
If RebootExitCode = "0" And Run("exitCode") = 3010 Then Run("exitCode") = 0
WScript.Echo Report() & ResultLine()
WScript.Quit Run("exitCode")
