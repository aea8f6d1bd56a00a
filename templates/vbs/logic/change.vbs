
' ---- The change. A run that is ended anywhere leaves the old value or the new one, and the journal tells which.
Sub SetValue(plan, exported)
  Dim journal, failure
  Set journal = plan.Journal
  Run("backup") = KeepBackup(exported)
  journal("phase") = "begun"
  journal("action") = Run("action")
  journal("before") = plan.Present.Text
  journal("after") = plan.Target.Text
  If journal("original") = "" Then journal("original") = journal("before")
  WriteJournal journal
  NoteStart plan.Present
  On Error Resume Next
  HasWritten = True
  WriteAndConfirm plan
  failure = Err.Description
  If Err.Number = 0 Then Exit Sub
  On Error GoTo 0
  UndoChange plan.Present, failure
End Sub

' The export becomes the backup: it was found whole, and to hold this very value.
' The number is for a run that follows one that was ended in the same second.
Function KeepBackup(exported)
  Dim path, number
  number = 0
  Do
    number = number + 1
    path = BackupPath & "\" & ValueName & "-" & GetTime() & "-" & number & ".reg"
  Loop While Fso.FileExists(path)
  Fso.MoveFile exported, path
  KeepBackup = path
End Function

Sub WriteAndConfirm(plan)
  WriteValue plan.Target
  If ReadBack() <> plan.Target.Text Then StopRun 1603, "ReadBackDiffers", Array()
  ConfirmChange plan.Journal
End Sub

Function ReadBack()
  Dim path
  path = StorePath & "\" & Fso.GetTempName() & ".reg"
  ReadBack = ExportValue(path).Text
  DeleteFile path
End Function

Sub ConfirmChange(journal)
  journal("phase") = "done"
  If journal("action") = "Restore" Then
    journal("original") = ""
    journal("foreign") = ""
  End If
  WriteJournal journal
End Sub

' After a write that did not end well.
Sub UndoChange(present, failure)
  Dim current
  On Error Resume Next
  WriteValue present
  current = ReadBack()
  On Error GoTo 0
  If current <> present.Text Then StopRun 1603, "NotRolledBack", Array(failure, Run("backup"))
  StopRun 1603, "RolledBack", Array(failure)
End Sub

' Windows reads the value when it starts. The first change after that notes what it began with; while note and
' value differ, a restart is pending.
Sub NoteStart(present)
  If RegistryValue(NotePath, "") = "" Then Shell.RegWrite NotePath, present.Text, "REG_SZ"
End Sub

Function IsRestartPending(present)
  Dim text
  IsRestartPending = False
  text = RegistryValue(NotePath, "")
  If text <> "" Then IsRestartPending = (SeenText(StateFromText(text)) <> SeenText(present))
End Function

' RegRead ends a list at its first empty string, so no more is compared.
Function SeenText(state)
  Dim entry, seen
  seen = Array()
  For Each entry In state.Entries
    If entry = "" Then Exit For
    Append seen, entry
  Next
  SeenText = NewState(state.Exists, seen).Text
End Function
