
' ---- The journal: numbered files, of which the newest counts. The PowerShell script keeps the same.
'   phase     begun (about to write) or done
'   action, before, after   the last change
'   original  where Restore leads: what stood before the first Apply
'   foreign   yes when somebody else changed the value between two runs
'   restart, dns   of the PowerShell script
Function NewJournal()
  Dim journal, field
  Set journal = CreateObject("Scripting.Dictionary")
  For Each field In Array("action", "before", "after", "original", "foreign", "restart", "dns")
    journal.Add field, ""
  Next
  journal.Add "phase", "done"
  journal.Add "number", 0
  Set NewJournal = journal
End Function

Function ReadJournal()
  Dim journal, newest, file, form, line, place
  Set journal = NewJournal()
  Set ReadJournal = journal
  If Not Fso.FolderExists(JournalPath) Then Exit Function
  Set form = NewPattern("^[0-9]{6}\.txt$")
  For Each file In Fso.GetFolder(JournalPath).Files
    If form.Test(file.Name) And file.Name > newest Then newest = file.Name
  Next
  If newest = "" Then Exit Function
  For Each line In Split(ReadFile(JournalPath & "\" & newest, 0), vbCrLf)
    place = InStr(line & "=", "=")
    journal(Left(line, place - 1)) = Mid(line, place + 1)
  Next
  If Not journal.Exists("end") Then StopRun 1603, "JournalDamaged", Array(JournalPath & "\" & newest)
  journal("number") = CLng(Left(newest, 6))
End Function

' Written under another name, then renamed: a record is there whole or not at all.
Sub WriteJournal(journal)
  Dim path, field, text
  journal("number") = journal("number") + 1
  path = JournalPath & "\" & Right("00000" & journal("number"), 6)
  For Each field In Array("phase", "action", "before", "after", "original", "foreign", "restart", "dns")
    text = text & field & "=" & journal(field) & vbCrLf
  Next
  DeleteFile path & ".partial"
  WriteFile path & ".partial", text & "end", False
  Fso.MoveFile path & ".partial", path & ".txt"
End Sub

' Whether this is what the last run left. If it was ended in between, that is the old value or the new one.
Function IsAsLeft(journal, present)
  IsAsLeft = (present.Text = journal("after") Or (journal("phase") = "begun" And present.Text = journal("before")))
End Function
