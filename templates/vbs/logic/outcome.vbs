
' ---- The outcome: state, exit code and message.
Sub SetOutcome(plan, present, isChanged)
  Dim name, journal
  Set journal = plan.Journal
  Run("value") = present.Entries
  Run("kept") = Sift(plan.Present.Entries, present.Entries, True)
  Run("exitCode") = 0
  If IsRestartPending(present) Then
    Run("restart") = "machine"
    Run("exitCode") = 3010
  End If
  If UBound(plan.Unreadable) >= 0 Then AddWarning "Unreadable", Array(FormatList(plan.Unreadable))
  If journal("damaged") <> "" Then AddWarning "RecordDamaged", Array(journal("damaged"))
  If journal("foreign") <> "" Then AddWarning "ChangedByOthers", Array()
  Run("state") = "compliant"
  If isChanged Then
    Run("state") = "changed"
    If Run("action") = "Restore" Then Run("state") = "restored"
  ElseIf plan.MustWrite Then
    Run("state") = "drift"
    Run("added") = plan.Missing
    Run("exitCode") = 1
  End If
  name = Run("state")
  If Run("action") = "Restore" Then name = name & "Restore"
  Run("message") = Say(name, Array())
  If Run("state") = "drift" Then Run("message") = Run("message") & " " & Say("NothingChanged", Array())
  If Run("exitCode") = 3010 Then Run("message") = Run("message") & " " & Say("Restartmachine", Array())
End Sub

Function Report()
  Dim text, label, warning
  text = Say("Heading", Array(Settings("Version"), Run("action"), Run("computer"))) & vbCrLf
  label = "Added"
  If Run("state") = "drift" Then label = "Missing"
  If UBound(Run("added")) >= 0 Then text = text & Say(label, Array(FormatList(Run("added")))) & vbCrLf
  If UBound(Run("value")) >= 0 Then text = text & Say("Value", Array(FormatList(Run("value")))) & vbCrLf
  If Run("backup") <> "" Then text = text & Say("Backup", Array(Run("backup"))) & vbCrLf
  For Each warning In Run("warnings")
    text = text & Say("Warning", Array(warning)) & vbCrLf
  Next
  Report = text & Run("message") & vbCrLf
End Function

Sub AddLogEntry()
  Dim file, path
  path = StorePath & "\portkeep.log"
  On Error Resume Next
  Set file = Fso.OpenTextFile(path, 8, True)
  file.Write GetTime() & vbCrLf & Report()
  file.Close
  If Err.Number <> 0 Then AddWarning "NoLog", Array(path, Err.Description)
End Sub
